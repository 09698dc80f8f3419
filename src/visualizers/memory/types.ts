/** The memory view as data: what is drawn where, before anything is drawn. */
import type { ByteBase } from '../../core/bytes/format';
import type { ByteRange } from '../../core/bytes/ranges';
import type { ElementKind, Family } from '../../core/bytes/view-kinds';

/** A view's family, or `x` for a lane that is no view (the text lane of the hero): drawn in ink. */
export type LaneFamily = Family | 'x';

export interface ByteCell {
  /** From the start of the buffer. */
  readonly offset: number;
  readonly value: number;
  /** The value in the base asked for. */
  readonly text: string;
  /** `zero` no write known, `room` not there yet: between the length of a resizable buffer and its limit. */
  readonly state: 'zero' | 'written' | 'room';
  readonly changed: boolean;
}

/** One piece of something that covers bytes; what crosses an octet's edge has several. */
interface Piece {
  /** What prose and the readout call it, `i16[1]`; the same on every piece. */
  readonly name: string;
  /** All the bytes it covers, from the start of the buffer. */
  readonly range: ByteRange;
  /** The bytes of this piece. */
  readonly part: ByteRange;
  readonly cutLeft: boolean;
  readonly cutRight: boolean;
  /** The text stands here: in the largest piece that is in sight, and nowhere else. */
  readonly printed: boolean;
  readonly text: string;
  /** All digits, for the readout. */
  readonly full: string;
  /** No write to any of its bytes is known. */
  readonly zero: boolean;
  readonly changed: boolean;
  /** It is what the head touches. */
  readonly now: boolean;
  /** Its view does not reach these bytes at the shown step of a recording: the place is kept, nothing stands in it. */
  readonly absent?: boolean;
}

export interface ValueCell extends Piece {
  readonly kind: 'value';
}
/** Something named that is no element of a view: a code point over its UTF-8 bytes. */
export interface LabelCell extends Piece {
  readonly kind: 'label';
  /** Drawn small: the text names a character that has no picture, such as "space". */
  readonly named: boolean;
}
/** Where a DataView call happened. `text` is the call, `shortText` what fits a narrow bracket. */
export interface BracketCell extends Piece {
  readonly kind: 'bracket';
  readonly shortText: string;
  readonly method: 'get' | 'set';
  readonly type: ElementKind;
  readonly littleEndian: boolean;
  readonly line: number | null;
  /** How many equal calls it stands for. */
  readonly count: number;
  /** The first step that made it; null outside a recording. */
  readonly step: number | null;
  /** That step is still to come. */
  readonly future?: boolean;
  /** 0-based row within the lane; calls that overlap lie under each other. */
  readonly track: number;
}
export type LaneCell = ValueCell | LabelCell | BracketCell;

/** Why a lane has no cells. */
export type LaneNote = 'detached' | 'out-of-bounds' | 'empty' | 'unmade';

export interface Lane {
  /** Stable within the state: `view-3`, `labels`. */
  readonly id: string;
  /** Unique within the state: the variable's name, else the type's short name. */
  readonly name: string;
  /** At most four characters, for narrow screens; unique within the state. */
  readonly shortName: string;
  readonly family: LaneFamily;
  /** `Uint8Array`, `DataView`, `UTF-8`. */
  readonly kindName: string;
  readonly range: ByteRange;
  readonly lengthTracking: boolean;
  readonly note: LaneNote | null;
  /** The line that made the view. */
  readonly line: number | null;
  /** Rows the lane takes: more than one only where DataView calls overlap. */
  readonly tracks: number;
  /** DataView calls that found no row. */
  readonly omittedCalls: number;
}

export interface LaneRow {
  readonly cells: readonly LaneCell[];
  /** The stretch of this octet that a DataView covers, drawn as a dotted line. */
  readonly base: ByteRange | null;
}

/** Eight bytes, or fewer at the end of a buffer. */
export interface Octet {
  readonly start: number;
  readonly bytes: readonly ByteCell[];
  /** One row for each of the model's lanes. */
  readonly rows: readonly LaneRow[];
  readonly head: HeadPart | null;
}

/** What the current step touches. */
export interface Head extends ByteRange {
  readonly access: 'read' | 'write';
  /** The lane that did it, by its id; its cell over exactly these bytes is drawn as `now`. */
  readonly lane?: string;
}
export interface HeadPart {
  readonly part: ByteRange;
  readonly access: Head['access'];
  /** The tag stands on the first part only. */
  readonly tagged: boolean;
  /** It does not end in this octet. */
  readonly goesOn: boolean;
}

/** The whole buffer in a line, for moving the window. */
export interface Strip {
  /** Bytes the strip stands for. */
  readonly byteLength: number;
  /** Written areas, rounded outward to the strip's resolution. */
  readonly written: readonly ByteRange[];
  /** The window's first byte may be any multiple of `step` from 0 to `maxStart`. */
  readonly maxStart: number;
  readonly step: number;
}

export interface MemoryModel {
  readonly bufferId: number;
  readonly name: string | null;
  readonly byteLength: number;
  readonly maxByteLength: number | null;
  readonly shared: boolean;
  readonly detached: boolean;
  /** Follows a replay: what may come to be has a place from the start. */
  readonly live: boolean;
  /** Not made yet at the shown step when false. */
  readonly made: boolean;
  /** The line that made it. */
  readonly line: number | null;
  /** Bytes kept: fewer than `byteLength` only in a very large buffer. */
  readonly trackedLength: number;
  /** Bytes in sight. */
  readonly window: ByteRange;
  readonly lanes: readonly Lane[];
  readonly octets: readonly Octet[];
  /** Present when the buffer is larger than what is drawn. */
  readonly strip: Strip | null;
}

export interface LabelLane {
  readonly name: string;
  readonly shortName: string;
  readonly kindName: string;
  readonly labels: readonly Label[];
}
export interface Label extends ByteRange {
  readonly name: string;
  readonly text: string;
  readonly named: boolean;
  /** What the readout says of it: `U+BC14`. */
  readonly full: string;
}

export interface ModelOptions {
  readonly windowStart?: number;
  readonly base?: ByteBase;
  /** A lane of named ranges, drawn above the views. */
  readonly labels?: LabelLane;
  /** Offsets of bytes that differ from the previous step. */
  readonly changed?: ReadonlySet<number>;
  readonly head?: Head;
}
