/**
 * The reader's programs on this device: a record for each (program-record.ts), and a draft with what was typed. Nothing
 * goes away but by the reader's word, and what was thrown away comes back until it is gone for good.
 */
import type { Drafts } from '../bench/drafts';
import { versionsOf } from '../bench/draft-slot';
import { Shelf, type RecordShape, type ShelfStorage, type ShelfWrite } from '../bench/shelf';
import { BLANK_PROGRAM } from '../../core/share/shared';
import { BY_THE_CODE, parseKeptProgram, type KeptProgram } from './program-record';

/** What this needs of localStorage besides: its keys, of which nobody keeps a list that two tabs could spoil. */
export interface ListedStorage extends ShelfStorage {
  readonly length: number;
  key(index: number): string | null;
}

const PREFIX = 'bytescope:program:';
const DRAFTS = 'bytescope:draft:';
/** What else a bench keeps under its id. */
const BESIDE = ['bytescope:controls:', 'bytescope:link:'] as const;

const RECORDS: RecordShape<KeptProgram | null> = {
  prefix: PREFIX,
  empty: null,
  isEmpty: (record) => record === null,
  parse: parseKeptProgram,
};

/** The id of a program's bench, under which its draft is kept. */
export const benchId = (id: string): string => `play/${id}`;

export interface ListedProgram {
  readonly id: string;
  readonly kept: KeptProgram;
  /** As it reads now. */
  readonly source: string;
  /** When it was changed last. */
  readonly changedAt: number;
}

export interface ProgramList {
  /** Newest first. */
  readonly programs: readonly ListedProgram[];
  readonly deleted: readonly ListedProgram[];
  /** Keys of stored texts that could not be read. They stay. */
  readonly unreadable: readonly string[];
  readonly available: boolean;
}

const NO_PROGRAMS: ProgramList = { programs: [], deleted: [], unreadable: [], available: false };

export type ProgramWrite = ShelfWrite<KeptProgram | null>['kind'];

export class Programs {
  readonly now: () => number;
  readonly #storage: ListedStorage | null;
  readonly #shelf: Shelf<KeptProgram | null>;
  readonly #drafts: Drafts;

  constructor(storage: ListedStorage | null, drafts: Drafts, now: () => number = Date.now) {
    this.now = now;
    this.#storage = storage;
    this.#shelf = new Shelf(storage, RECORDS, now);
    this.#drafts = drafts;
  }

  list(): ProgramList {
    const keys = this.#keys();
    if (keys === null) return NO_PROGRAMS;
    const ids = new Set<string>();
    const unreadable: string[] = [];
    for (const key of keys) {
      if (key.startsWith(PREFIX)) {
        const [id = '', ...rest] = key.slice(PREFIX.length).split(':');
        if (rest.length === 0) ids.add(id);
        else unreadable.push(key);
      } else if (key.startsWith(DRAFTS + benchId(''))) {
        // Its record may have found no room: what was typed is a program all the same.
        const id = key.slice((DRAFTS + benchId('')).length);
        if (!/[.:]/.test(id)) ids.add(id);
      }
    }
    const all = [...ids].flatMap((id) => {
      const read = this.#shelf.read(id);
      if (read.kind !== 'read') return [];
      if (read.unreadable !== null) unreadable.push(read.unreadable);
      const listed = this.#listed(id, read.value);
      return listed === null ? [] : [listed];
    });
    all.sort((a, b) => b.changedAt - a.changedAt);
    return {
      programs: all.filter(({ kept }) => kept.deletedAt === null),
      deleted: all.filter(({ kept }) => kept.deletedAt !== null),
      unreadable: [...new Set(unreadable)],
      available: true,
    };
  }

  read(id: string): ListedProgram | null {
    const read = this.#shelf.read(id);
    return read.kind === 'read' ? this.#listed(id, read.value) : null;
  }

  put(id: string, kept: KeptProgram): ProgramWrite {
    return this.#shelf.update(id, () => kept).kind;
  }

  /** Changes a program that is there; one that is not stays away. */
  change(id: string, change: Partial<KeptProgram>): ProgramWrite {
    const now = this.read(id)?.kept;
    if (now === undefined) return 'unavailable';
    return this.put(id, { ...now, ...change });
  }

  /** Gone for good, with its draft and where its controls stood. */
  forget(id: string): void {
    this.#shelf.update(id, () => null);
    for (const prefix of [DRAFTS, ...BESIDE])
      for (const half of ['', '.server'])
        try {
          this.#storage?.removeItem(prefix + benchId(id) + half);
        } catch {
          // Storage that cannot be written to has said so already.
        }
  }

  /** Whether a storage event may change the list. */
  isAbout(key: string | null): boolean {
    return key === null || key.startsWith(PREFIX) || key.startsWith(DRAFTS + benchId(''));
  }

  #listed(id: string, kept: KeptProgram | null): ListedProgram | null {
    const read = this.#drafts.read(benchId(id));
    const slot = read.kind === 'read' ? read.value : null;
    const [draft] = slot === null ? [] : versionsOf(slot);
    if (kept === null && draft === undefined) return null;
    const record = kept ?? orphan(draft?.source ?? '', draft?.savedAt ?? this.now());
    const source = slot?.current?.source ?? record.program.source;
    return { id, kept: record, source, changedAt: Math.max(record.keptAt, draft?.savedAt ?? 0) };
  }

  #keys(): readonly string[] | null {
    try {
      const storage = this.#storage;
      if (storage === null) return null;
      return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    } catch {
      return null;
    }
  }
}

/** A text whose record is not there. */
const orphan = (source: string, keptAt: number): KeptProgram => ({
  v: 1,
  name: BLANK_PROGRAM.fileName,
  program: { ...BLANK_PROGRAM, source },
  chosen: BY_THE_CODE,
  keptAt,
  deletedAt: null,
});
