/** The steps at which pixels went in or out of a canvas: what views and checks ask about them. */
import type { PictureFact } from './picture-facts';
import { KIND, kindOf, RANGED, ROW_WORDS, sizeOf } from './rows';
import type { Trace } from './trace';

export interface PictureStep {
  readonly step: number;
  /** `getImageData`, `putImageData`, `createImageData`, `new ImageData`, `drawImage`. */
  readonly operation: string;
  readonly line: number | null;
  readonly fact: PictureFact;
}

/** In order. */
export function pictureSteps({ steps, rows, details, sites }: Trace): readonly PictureStep[] {
  const found: PictureStep[] = [];
  for (let step = 1; step <= steps; step++) {
    const at = (step - 1) * ROW_WORDS;
    const meta = rows[at] as number;
    if (kindOf(meta) !== KIND.canvas || sizeOf(meta) !== RANGED) continue;
    const detail = details[rows[at + 5] as number];
    if (!detail?.picture) continue;
    const line = sites[rows[at + 1] as number]?.line ?? null;
    found.push({ step, operation: detail.operation, line, fact: detail.picture });
  }
  return found;
}
