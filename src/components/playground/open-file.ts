/** A file as the text of a program, or why it is none. */
import type { ProgramFileProblem } from '../../i18n/playground';

/** A program that long is no program that anybody reads; the editor would be slow with it. */
export const MAX_PROGRAM_BYTES = 256 * 1024;

/** Whether a file that is dropped is a program rather than an input of one. */
export const isProgramFile = ({ name, type }: File): boolean =>
  /\.(?:m|c)?js$/i.test(name) || /^(?:text|application)\/(?:x-)?(?:java|ecma)script$/.test(type);

export type OpenedFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: ProgramFileProblem };

export async function readProgramFile(file: File): Promise<OpenedFile> {
  if (file.size > MAX_PROGRAM_BYTES) {
    return refused({ kind: 'large', bytes: file.size, most: MAX_PROGRAM_BYTES });
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return refused({ kind: 'unreadable' });
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0')) return refused({ kind: 'binary' });
    return { kind: 'text', text: text.replace(/\r\n?/g, '\n') };
  } catch {
    return refused({ kind: 'binary' });
  }
}

const refused = (why: ProgramFileProblem): OpenedFile => ({ kind: 'refused', why });
