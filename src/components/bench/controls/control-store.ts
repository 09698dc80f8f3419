/**
 * Where a bench's controls stand, kept on this device for each bench. A plain store with subscribers. Files and presses of
 * buttons are not kept.
 */
import { withBase } from '../../../core/base-path';
import {
  initialValues,
  parseValue,
  type Control,
  type ControlValue,
  type ControlValues,
} from '../../../core/controls/control';
import { pageStorage, Shelf, type RecordShape, type ShelfStorage } from '../shelf';

type Stored = Readonly<Record<string, unknown>>;

const SHAPE: RecordShape<Stored> = {
  prefix: 'bytescope:controls:',
  empty: {},
  isEmpty: (stored) => Object.keys(stored).length === 0,
  parse: (text) => {
    try {
      const value: unknown = JSON.parse(text);
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? (value as Stored)
        : null;
    } catch {
      return null;
    }
  },
};

/** A slider says a hundred values on its way; the one it comes to rest at is kept. */
const KEEP_AFTER_MS = 250;

export type ControlListener = (name: string, value: ControlValue) => void;
/** Gets a file of the site's media. */
export type FetchFile = (name: string) => Promise<File>;

export class ControlStore {
  #controls: readonly Control[];
  readonly #id: string;
  readonly #shelf: Shelf<Stored>;
  readonly #listeners = new Set<() => void>();
  readonly #hears = new Set<ControlListener>();
  readonly #fetchFile: FetchFile;
  readonly #given = new Map<string, File>();
  #loading: Promise<void> | null = null;
  /** Files that the reader has chosen and that are being looked at. */
  readonly #looking = new Set<Promise<void>>();
  #values: ControlValues;
  #unkept = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    id: string,
    controls: readonly Control[],
    storage: ShelfStorage | null,
    fetchFile: FetchFile = fetchMedia,
  ) {
    this.#id = id;
    this.#controls = controls;
    this.#fetchFile = fetchFile;
    this.#shelf = new Shelf(storage, SHAPE);
    this.#values = initialValues(controls);
  }

  get controls(): readonly Control[] {
    return this.#controls;
  }

  /** One more, with the value it begins with; a control of that name stays as it is. */
  add(control: Control): void {
    if (this.#controls.some(({ name }) => name === control.name)) return;
    this.#controls = [...this.#controls, control];
    this.#values = { ...this.#values, ...initialValues([control]) };
    this.#tell();
  }

  /** Another object after each change. */
  get values(): ControlValues {
    return this.#values;
  }

  get isPristine(): boolean {
    const initial = initialValues(this.controls);
    return this.controls.every(
      ({ kind, name }) =>
        kind === 'button' || this.#values[name] === (this.given(name) ?? initial[name]),
    );
  }

  /** The file that a control brings, once it is here. */
  given(name: string): File | null {
    return this.#given.get(name) ?? null;
  }

  /** What looks at a file that the reader has chosen, and lets it in: a run waits for it. */
  looksAt(file: Promise<void>): void {
    const looked = file.finally(() => this.#looking.delete(looked));
    this.#looking.add(looked);
  }

  /**
   * Waits for the files that controls bring and for those that are being looked at; null where there is nothing to wait
   * for. One that does not come is none.
   */
  ready(): Promise<void> | null {
    const brought = this.#bring();
    if (this.#looking.size === 0) return brought;
    return Promise.allSettled([brought, ...this.#looking]).then(() => undefined);
  }

  #bring(): Promise<void> | null {
    const wanted = this.controls.flatMap((control) =>
      control.kind === 'file' && control.file !== undefined && !this.#given.has(control.name)
        ? [{ name: control.name, file: control.file }]
        : [],
    );
    if (wanted.length === 0) return null;
    this.#loading ??= Promise.allSettled(
      wanted.map(async ({ name, file }) => {
        const given = await this.#fetchFile(file);
        this.#given.set(name, given);
        // The reader may have chosen one by now.
        if (this.#values[name] === null) this.#put(name, given);
      }),
    ).then(() => {
      this.#loading = null;
      this.#tell();
    });
    return this.#loading;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Hears each change by name, before subscribers do. */
  hear(listener: ControlListener): () => void {
    this.#hears.add(listener);
    return () => this.#hears.delete(listener);
  }

  /** What was kept on this device. */
  restore(): void {
    const read = this.#shelf.read(this.#id);
    if (read.kind !== 'read') return;
    for (const control of this.controls) {
      const value = parseValue(control, read.value[control.name]);
      if (value !== null) this.#put(control.name, value);
    }
    this.#tell();
  }

  set(name: string, value: ControlValue): void {
    if (Object.is(this.#values[name], value)) return;
    this.#put(name, value);
    const control = this.controls.find((each) => each.name === name);
    if (control && parseValue(control, value) !== null) {
      this.#unkept.add(name);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.keep(), KEEP_AFTER_MS);
    }
    this.#tell();
  }

  /** Writes down what has changed, now: the page goes away. */
  keep(): void {
    clearTimeout(this.#timer);
    if (this.#unkept.size === 0) return;
    const changed = Object.fromEntries([...this.#unkept].map((name) => [name, this.#values[name]]));
    this.#unkept.clear();
    // Full or forbidden storage: the control works all the same, and is forgotten with the page.
    this.#shelf.update(this.#id, (stored) => ({ ...stored, ...changed }));
  }

  press(name: string): void {
    this.set(name, Number(this.#values[name] ?? 0) + 1);
  }

  /** Back to what the snippet says. */
  reset(): void {
    const initial = initialValues(this.controls);
    for (const { kind, name } of this.controls) {
      if (kind !== 'button') this.#put(name, this.given(name) ?? initial[name] ?? null);
    }
    clearTimeout(this.#timer);
    this.#unkept.clear();
    this.#shelf.update(this.#id, () => ({}));
    this.#tell();
  }

  #put(name: string, value: ControlValue): void {
    if (Object.is(this.#values[name], value)) return;
    this.#values = { ...this.#values, [name]: value };
    for (const hear of this.#hears) hear(name, value);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

async function fetchMedia(name: string): Promise<File> {
  const env = import.meta.env as ImportMetaEnv | undefined;
  const response = await fetch(withBase(env?.BASE_URL ?? '/', `/media/${name}`));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  const blob = await response.blob();
  return new File([blob], name, { type: blob.type });
}

/** On the server there is nothing to keep anything in. */
export function benchControls(id: string, controls: readonly Control[]): ControlStore {
  return new ControlStore(id, controls, typeof window === 'undefined' ? null : pageStorage());
}
