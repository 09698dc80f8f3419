/**
 * What a snippet's reader may set while it runs: declared beside the snippet, drawn by the bench, read by the program as
 * `controls.<name>`. Plain data; the bench, the build and the realm agree on it.
 */

/** Words for the reader: the same in every language, or by language. */
export type ControlLabel = string | Readonly<Record<string, string>>;

interface Named {
  /** What the program calls it. */
  readonly name: string;
  /** What the reader sees; the name where it is left out. */
  readonly label?: ControlLabel | undefined;
}

export type Control = Named &
  (
    | {
        readonly kind: 'range';
        readonly min: number;
        readonly max: number;
        /** 1 unless told. */
        readonly step?: number | undefined;
        readonly value: number;
        /** Printed behind the number: `px`, `%`. */
        readonly unit?: ControlLabel | undefined;
        /** Its line stands on the histogram of brightness (visualizers/pixels). */
        readonly histogram?: boolean | undefined;
      }
    | { readonly kind: 'toggle'; readonly value: boolean }
    | {
        readonly kind: 'select';
        readonly options: readonly {
          readonly value: string;
          readonly label?: ControlLabel | undefined;
        }[];
        readonly value: string;
      }
    /** Its value counts how often it was pressed. */
    | { readonly kind: 'button' }
    | {
        readonly kind: 'file';
        /** As `<input accept>` has it. */
        readonly accept?: string | undefined;
        /** MAX_FILE_BYTES unless told. */
        readonly maxBytes?: number | undefined;
        /** One of the site's media that stands here until the reader chooses: `lake-327x125.png`. */
        readonly file?: string | undefined;
      }
  );

export type FileControl = Extract<Control, { kind: 'file' }>;
export const isFileControl = (control: Control): control is FileControl => control.kind === 'file';

/** What the program reads. A file is null until one is chosen, unless the control brings one. */
export type ControlValue = number | boolean | string | File | null;

/** Values by name. */
export type ControlValues = Readonly<Record<string, ControlValue>>;

export const MAX_FILE_BYTES = 8 * 1024 * 1024;
/** Pixels of a picture that is let in: four bytes each, before the program has done anything. */
export const MAX_FILE_PIXELS = 16 * 1024 * 1024;

/** Where every control stands before the reader has touched it. */
export function initialValues(controls: readonly Control[]): ControlValues {
  return Object.fromEntries(controls.map((control) => [control.name, initialValue(control)]));
}

function initialValue(control: Control): ControlValue {
  switch (control.kind) {
    case 'range':
    case 'toggle':
    case 'select':
      return control.value;
    case 'button':
      return 0;
    case 'file':
      return null;
  }
}

/** A value that was stored, or typed: as the control allows it; null where it is no value of it at all. */
export function parseValue(control: Control, value: unknown): ControlValue | null {
  switch (control.kind) {
    case 'range': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return null;
      const { min, max, step = 1 } = control;
      const stepped = min + Math.round((value - min) / step) * step;
      // 0.1 + 0.2 is no step of 0.1.
      return Number(Math.max(min, Math.min(max, stepped)).toFixed(10));
    }
    case 'toggle':
      return typeof value === 'boolean' ? value : null;
    case 'select':
      return typeof value === 'string' && control.options.some((each) => each.value === value)
        ? value
        : null;
    case 'button':
    case 'file':
      return null;
  }
}

/** A label in a language, in English where there is none, or the name. */
export function labelOf(label: ControlLabel | undefined, locale: string, name: string): string {
  if (label === undefined) return name;
  return typeof label === 'string' ? label : (label[locale] ?? label['en'] ?? name);
}
