/**
 * What one shared link holds. The link is `<base>/playground/#<version>.<data>`; `data` is this record, packed and
 * compressed (link.ts). What comes out of a link is a stranger's: it is parsed within limits, shown, and never run by
 * itself.
 */
import type { ByteBase } from '../bytes/format';
import type { Control } from '../controls/control';
import type { LinkConditions } from '../trace/net-log';
import type { Goal, RealmKind } from '../trace/run';

/** A file that goes along: for a file control of that name, or dropped into the playground. */
export interface SharedFile {
  /** Name of the file control that it belongs to. */
  readonly control: string;
  readonly name: string;
  /** MIME type; empty where unknown. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A program as it stands in a playground: all that a run needs, and nothing of where it came from but a name. */
export interface SharedProgram {
  readonly fileName: string;
  readonly source: string;
  readonly realm: RealmKind;
  readonly goal: Goal;
  /** Its own small page; null where it has none. */
  readonly html: string | null;
  /** As they stood: what the reader had set is where each begins. */
  readonly controls: readonly Control[];
  /** Null: no network. */
  readonly lab: 'server' | 'page' | null;
  /** The server half; then `lab` is `page`. */
  readonly serverHalf: { readonly fileName: string; readonly source: string } | null;
  /** Lesson and snippet or exercise it began as (`views/create`); null for a program of the reader's own. */
  readonly from: string | null;
}

/** A program of the reader's own, before it says anything. */
export const BLANK_PROGRAM: SharedProgram = {
  fileName: 'program.js',
  source: '',
  realm: 'worker',
  goal: 'module',
  html: null,
  controls: [],
  lab: null,
  serverHalf: null,
  from: null,
};

/** How the bench was looked at. */
export interface SharedView {
  /** The step that the replay stood at, counted from 1; null where it stood at the end or had not run. */
  readonly step: number | null;
  /** The byte that was chosen in the memory view, and the id of its buffer in the trace; null where none was. */
  readonly memory: { readonly buffer: number; readonly offset: number } | null;
  /** How bytes were written out. */
  readonly base: ByteBase;
  /** How the link to the lab was set; null where there is no network, or nothing was set. */
  readonly conditions: LinkConditions | null;
}

/** As a bench opens by itself. */
export const PLAIN_VIEW: SharedView = { step: null, memory: null, base: 'hex', conditions: null };

export interface Shared {
  readonly program: SharedProgram;
  readonly files: readonly SharedFile[];
  readonly view: SharedView;
  /** The language of the page it was shared from. */
  readonly language: 'en' | 'ko';
}
