/** One DataView method in a full recording: each of its calls becomes a row, or is counted once the recording is over. */
import { ELEMENT_TYPES, type ElementKind } from '../../core/bytes/view-kinds';
import {
  ASSIGNED_NUMBER,
  ASSIGNED_TEXT,
  familyBits,
  KIND,
  LITTLE_ENDIAN,
  NO_VIEW,
  packMeta,
  VIA_DATAVIEW,
} from '../../core/trace/rows';
import { shortText } from '../console/format';
import {
  getOwnPropertyDescriptor,
  NativeFloat64Array,
  NativeUint32Array,
  NativeUint8Array,
  objectIs,
  uncurry,
} from '../primordials';
import type { AccessHook } from './access-hook';
import type { Recorder } from './recorder';
import type { ViewRecord } from './registry';

type Getter = (view: unknown, byteOffset: number, littleEndian: boolean) => unknown;

const NOTHING: Uint8Array = new NativeUint8Array(0);
const scratch = new NativeFloat64Array(1);
const scratchWords = new NativeUint32Array(scratch.buffer);

export class DataViewAccess {
  readonly #recorder: Recorder;
  readonly #kind: number;
  readonly #byteSize: number;
  readonly #size: number;
  readonly #flags: number;
  readonly #get: Getter | null;
  /** The view met last, and what is known of it while its buffer keeps its length. */
  #view: object | null = null;
  #record: ViewRecord | null = null;
  #bytes = NOTHING;
  /** Calls from this place through this view are only counted: what the wrapper looks at before it asks here. */
  hook: AccessHook;
  countedView: object | null = null;
  countedSite = 0;
  counted = 0;
  #countedId = NO_VIEW;

  constructor(recorder: Recorder, method: 'get' | 'set', type: ElementKind) {
    const { byteSize, family, suffix } = ELEMENT_TYPES[type];
    this.#recorder = recorder;
    this.hook = recorder.hook;
    this.#kind = method === 'get' ? KIND.read : KIND.write;
    this.#byteSize = byteSize;
    this.#size = byteSize === 1 ? 0 : byteSize === 2 ? 1 : byteSize === 4 ? 2 : 3;
    this.#flags = VIA_DATAVIEW | familyBits(family);
    const native: unknown = getOwnPropertyDescriptor(DataView.prototype, `get${suffix}`)?.value;
    this.#get = typeof native === 'function' ? uncurry(native as () => unknown) : null;
  }

  /**
   * A call that has succeeded. The native has turned the offset into a number already.
   *
   * In one piece, so that it is longer than the 460 bytes of bytecode up to which V8 makes a callee a part of its caller:
   * the wrapper stays short enough to become a part of the program's loop, which then runs as fast as without it.
   */
  note(view: object, byteOffset: unknown, littleEndian: unknown, value: unknown): void {
    const given = byteOffset === undefined ? 0 : byteOffset;
    const { hook, log } = this.#recorder;
    // Any other value was turned into a number by the native; asking it again would run its valueOf twice.
    const site = hook.s === 0 ? this.#recorder.takeSite() : hook.takeSite();
    if (typeof given !== 'number') return;
    const offset = given - (given % 1) || 0;
    if (view !== this.#view || this.#bytes[0] === undefined) this.#meet(view);
    const record = this.#record;
    if (record === null || (log.at >= log.end && !log.ask())) {
      this.#count(site, view, record?.id ?? NO_VIEW);
      return;
    }
    const { rows, at } = log;
    const start = record.byteOffset + offset;
    const flags = littleEndian ? this.#flags | LITTLE_ENDIAN : this.#flags;
    rows[at] = packMeta(this.#kind, this.#size, flags, record.buffer.id, record.id);
    rows[at + 1] = site;
    rows[at + 2] = start;
    log.at = at + 7;
    if (this.#kind === KIND.read) return;
    const bytes = this.#bytes;
    let low = 0;
    for (let i = 0; i < this.#byteSize && i < 4; i++)
      low |= (bytes[start + i] as number) << (8 * i);
    rows[at + 5] = low;
    if (this.#size === 3) {
      let high = 0;
      for (let i = 4; i < 8; i++) high |= (bytes[start + i] as number) << (8 * (i - 4));
      rows[at + 6] = high;
    }
    const stored = this.#get === null ? value : this.#get(view, offset, !!littleEndian);
    if (stored === value || objectIs(stored, value)) return;
    if (typeof value === 'number' && this.#size < 3) {
      rows[at] = rows[at] | ASSIGNED_NUMBER;
      scratch[0] = value;
      rows[at + 4] = scratchWords[0] as number;
      rows[at + 6] = scratchWords[1] as number;
    } else {
      rows[at] = rows[at] | ASSIGNED_TEXT;
      log.assignedText(typeof value === 'bigint' ? `${value}n` : shortText(value));
    }
  }

  /** Calls from one place through one view come in rows: they are counted here, and handed to the log together. */
  #count(site: number, view: object, viewId: number): void {
    if (site !== this.countedSite || view !== this.countedView) {
      this.flush();
      this.hook = this.#recorder.hook;
      this.countedSite = site;
      this.countedView = view;
      this.#countedId = viewId;
      this.#recorder.owes(this);
    }
    this.counted++;
  }

  flush(): void {
    const count = this.counted;
    this.counted = 0;
    this.countedView = null;
    if (count === 0) return;
    const isRead = this.#kind === KIND.read;
    this.#recorder.log.count(
      this.countedSite,
      this.#countedId,
      isRead ? count : 0,
      isRead ? 0 : count,
    );
  }

  #meet(view: object): void {
    this.#recorder.expect(view);
    this.#recorder.sawNative(view, false, true);
    const record = this.#recorder.registry.viewRecord(view);
    this.#view = view;
    this.#record = record;
    // Over a resizable buffer it follows the length, and once detached it is empty.
    this.#bytes = record === null ? NOTHING : new NativeUint8Array(record.buffer.buffer);
  }
}
