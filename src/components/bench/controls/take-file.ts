/** Whether a file that the reader chose is let in: looked at before anything decodes it. It never leaves the device. */
import { MAX_FILE_BYTES, MAX_FILE_PIXELS, type FileControl } from '../../../core/controls/control';
import { HEADER_BYTES, imageSize } from '../../../core/controls/image-size';
import type { FileRefusal } from '../../../i18n/controls';

/** Null: it may come in. */
export async function refuse(file: File, control: FileControl): Promise<FileRefusal | null> {
  const { accept, maxBytes = MAX_FILE_BYTES } = control;
  if (accept !== undefined && !isAccepted(file, accept)) {
    return { kind: 'type', type: file.type, accept };
  }
  if (file.size > maxBytes) return { kind: 'bytes', bytes: file.size, most: maxBytes };
  try {
    const size = imageSize(new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer()));
    if (size !== null && size.width * size.height > MAX_FILE_PIXELS) {
      return { kind: 'pixels', ...size, most: MAX_FILE_PIXELS };
    }
  } catch {
    return { kind: 'unreadable' };
  }
  return null;
}

/** As a file chooser reads `accept`; what is dropped passes by the chooser. @see HTML, the accept attribute */
function isAccepted({ name, type }: File, accept: string): boolean {
  return accept.split(',').some((part) => {
    const wanted = part.trim().toLowerCase();
    if (wanted.startsWith('.')) return name.toLowerCase().endsWith(wanted);
    if (wanted.endsWith('/*')) return type.startsWith(wanted.slice(0, -1));
    return type === wanted;
  });
}
