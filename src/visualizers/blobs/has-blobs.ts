/** Alone in its file, which every bench carries; the view itself is fetched. */
import { KIND, kindOf, ROW_WORDS } from '../../core/trace/rows';
import type { Trace } from '../../core/trace/trace';

/** Whether a run has Blobs to look at: a step that made or read one, or an object URL. */
export function hasBlobs({ rows }: Trace): boolean {
  for (let at = 0; at < rows.length; at += ROW_WORDS) {
    const kind = kindOf(rows[at] as number);
    if (kind === KIND.blob || kind === KIND.blobread || kind === KIND.url) return true;
  }
  return false;
}
