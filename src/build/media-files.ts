/** The clips of public/media, for what is drawn of them at build. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * A file of public/media.
 *
 * @throws Error that names the component's tag where there is no such file
 */
export function readMediaFile(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(join(process.cwd(), 'public/media', basename(file))));
  } catch {
    throw new Error(`<MediaFile file="${file}" />: there is no public/media/${file}.`);
  }
}
