import type { Texts } from './locale';

/** Why a file was not taken. */
export type FileRefusal =
  | { readonly kind: 'type'; readonly type: string; readonly accept: string }
  | { readonly kind: 'bytes'; readonly bytes: number; readonly most: number }
  | {
      readonly kind: 'pixels';
      readonly width: number;
      readonly height: number;
      readonly most: number;
    }
  | { readonly kind: 'unreadable' }
  /** What looks at files did not load. */
  | { readonly kind: 'unloaded' };

export interface ControlsText {
  /** Names the group of controls. */
  readonly label: string;
  readonly chooseFile: string;
  readonly dropHere: string;
  readonly file: (name: string, bytes: number) => string;
  readonly noFile: string;
  /** A file of the site's stands here, and the reader may choose another. */
  readonly ownInstead: (name: string) => string;
  readonly removeFile: string;
  /** Files never leave the device. */
  readonly stays: string;
  readonly refused: (name: string, why: FileRefusal) => string;
  readonly reset: string;
}

const number = new Intl.NumberFormat('en');
const size = (bytes: number) => {
  if (bytes < 1024) return `${number.format(bytes)} bytes`;
  if (bytes < 1024 * 1024) return `${number.format(Math.round(bytes / 1024))} KiB`;
  return `${number.format(Math.round((bytes / 1024 / 1024) * 10) / 10)} MiB`;
};

function why(refusal: FileRefusal): string {
  switch (refusal.kind) {
    case 'type':
      return `its type is ${refusal.type === '' ? 'unknown' : refusal.type}, and this program takes ${refusal.accept}`;
    case 'bytes':
      return `it has ${size(refusal.bytes)}, and at most ${size(refusal.most)} are taken`;
    case 'pixels':
      return `it has ${number.format(refusal.width)} × ${number.format(refusal.height)} pixels, and at most ${number.format(Math.floor(refusal.most / 1e6))} million are taken`;
    case 'unreadable':
      return 'it could not be read; it may have been moved or changed since it was chosen';
    case 'unloaded':
      return 'what looks at files did not load; check the connection and choose the file again';
  }
}

export const controlsText: Texts<ControlsText> = {
  en: {
    label: 'Controls of the program',
    chooseFile: 'Choose a file',
    dropHere: 'or drop one here',
    file: (name, bytes) => `${name}, ${size(bytes)}`,
    noFile: 'No file yet',
    ownInstead: (name) => `${name}. Choose one of your own, or drop it here.`,
    removeFile: 'Remove the file',
    stays: 'It stays on this device.',
    refused: (name, refusal) => `${name} was not taken: ${why(refusal)}.`,
    reset: 'Reset controls',
  },
};
