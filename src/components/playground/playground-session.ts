/**
 * Which program stands in the playground, in one tab: opened, named, set up, kept, thrown away and brought back. A plain
 * store with subscribers; its text is the bench's business (bench/draft-session.ts). A program that came from elsewhere is
 * new and kept nowhere until the reader changes it.
 */
import type { Control } from '../../core/controls/control';
import type { Needs } from '../../core/instrument';
import {
  PLAIN_VIEW,
  type SharedFile,
  type SharedProgram,
  type SharedView,
} from '../../core/share/shared';
import type { FileRefusal } from '../../i18n/controls';
import type { ProgramFileProblem } from '../../i18n/playground';
import { pageDrafts } from '../bench/drafts';
import { randomId } from '../bench/random-id';
import { pageStorage } from '../bench/shelf';
import { OPEN_KEY } from './open-key';
import { BY_THE_CODE, type Choices, type KeptProgram } from './program-record';
import { Programs, type ProgramWrite } from './programs';

export interface OpenProgram {
  readonly id: string;
  readonly name: string;
  /** Its realm, goal and lab are those that a run gets now. */
  readonly program: SharedProgram;
  readonly chosen: Choices;
  /** It is among the reader's programs. */
  readonly isKept: boolean;
  /** It came with realm, goal and lab that hold, whatever its code seems to use, until they are chosen. */
  readonly isSetUp: boolean;
  readonly files: readonly SharedFile[];
  readonly view: SharedView;
}

export type Notice =
  /** `wasOpen`: it stood here when it was thrown away. */
  | {
      readonly kind: 'deleted';
      readonly id: string;
      readonly name: string;
      readonly wasOpen: boolean;
    }
  | { readonly kind: 'deleted elsewhere'; readonly id: string; readonly name: string }
  | { readonly kind: 'not kept'; readonly why: Exclude<ProgramWrite, 'saved'> }
  | { readonly kind: 'opened'; readonly name: string; readonly isEdit: boolean }
  | { readonly kind: 'file given'; readonly name: string; readonly control: string }
  | { readonly kind: 'input refused'; readonly name: string; readonly why: FileRefusal }
  | { readonly kind: 'file refused'; readonly name: string; readonly why: ProgramFileProblem }
  | { readonly kind: 'no example'; readonly id: string }
  /** It did not load. */
  | { readonly kind: 'failed'; readonly what: 'example' | 'link' | 'part' | 'download' }
  | { readonly kind: 'downloaded'; readonly name: string };

export interface PlaygroundState {
  readonly open: OpenProgram;
  /** What its code uses; null until it has been read. */
  readonly needs: Needs | null;
  readonly notice: Notice | null;
}

/** Where a tab remembers its program: two tabs may have two open. */
export interface TabMemory {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}
/** The id of the program that every page is rendered with. */
const START_ID = 'start';

export interface NewProgram {
  readonly program: SharedProgram;
  readonly name?: string;
  readonly isSetUp?: boolean;
  readonly files?: readonly SharedFile[];
  readonly view?: SharedView;
}

export class PlaygroundSession {
  readonly programs: Programs;
  readonly #tab: TabMemory | null;
  readonly #last: TabMemory | null;
  readonly #newId: () => string;
  readonly #start: SharedProgram;
  readonly #listeners = new Set<() => void>();
  #state: PlaygroundState;

  /**
   * @param start the program that a new playground has
   * @param tab remembers the program of this tab
   * @param last remembers the one that was open last, for a new tab
   */
  constructor(
    programs: Programs,
    start: SharedProgram,
    tab: TabMemory | null,
    last: TabMemory | null,
    newId: () => string = randomId,
  ) {
    this.programs = programs;
    this.#tab = tab;
    this.#last = last;
    this.#newId = newId;
    this.#start = start;
    const open = this.#fresh({ program: start, isSetUp: true }, START_ID);
    this.#state = { open, needs: null, notice: null };
  }

  get state(): PlaygroundState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The page is there: the reader goes on where they were. */
  restore(): void {
    const id = recall(this.#tab) ?? recall(this.#last);
    if (id !== null && this.openKept(id)) return;
    // The page's own program stands there already, unless the reader has made one of it before.
    if (this.programs.read(START_ID) !== null) this.openStart();
  }

  /** A program with a new id, which is kept as soon as it is changed. */
  openNew(given: NewProgram, notice: Notice | null = null): void {
    this.#open(this.#fresh(given, this.#newId()), notice);
  }

  /** The page's own program again, as a new one. */
  openStart(notice: Notice | null = null): void {
    this.openNew({ program: this.#start, isSetUp: true }, notice);
  }

  /** False where there is no such program, or it was thrown away. */
  openKept(id: string): boolean {
    const listed = this.programs.read(id);
    if (listed === null || listed.kept.deletedAt !== null) return false;
    const { name, program, chosen } = listed.kept;
    this.#open({
      id,
      name,
      program,
      chosen,
      isKept: true,
      isSetUp: false,
      files: [],
      view: PLAIN_VIEW,
    });
    this.#remember(id);
    return true;
  }

  /** The reader has changed something: from now on it is one of their programs. */
  keep(): boolean {
    const { open } = this.#state;
    if (open.isKept) return true;
    const taken = new Set(this.programs.list().programs.map(({ kept }) => kept.name));
    const name = freeName(open.name, taken);
    if (this.programs.put(open.id, this.#record({ ...open, name })) !== 'saved') return false;
    this.#change({ name, isKept: true });
    // That it is not kept yet is not so any more.
    if (this.#state.notice?.kind === 'opened') this.#set({ notice: null });
    this.#remember(open.id);
    return true;
  }

  rename(name: string): void {
    const trimmed = name.trim();
    if (trimmed === '' || trimmed === this.#state.open.name) return;
    this.#set({ open: { ...this.#state.open, name: trimmed } });
    this.#write();
  }

  setHtml(html: string): void {
    const { open } = this.#state;
    const next = html.trim() === '' ? null : html;
    if (next === open.program.html) return;
    this.#program({ html: next });
    this.#settle();
    this.#write();
  }

  choose(chosen: Partial<Choices>): void {
    this.#change({ chosen: { ...this.#state.open.chosen, ...chosen }, isSetUp: false });
    this.#settle();
    this.#write();
  }

  addControl(control: Control): void {
    const { controls } = this.#state.open.program;
    this.#program({ controls: [...controls, control] });
    this.#write();
  }

  /** What the code uses, as it reads now; the last answer stands while it does not parse. */
  hearNeeds(needs: Needs): void {
    this.#set({ needs });
    const before = this.#state.open;
    if (before.isSetUp) {
      // What it came with and its code would not get by itself, it was given by hand.
      const { realm, goal, lab } = inForce(before.program, BY_THE_CODE, needs);
      const { program } = before;
      this.#change({
        isSetUp: false,
        chosen: {
          realm: realm === program.realm ? null : program.realm,
          goal: goal === program.goal ? null : program.goal,
          lab: lab === program.lab ? null : (program.lab ?? 'none'),
        },
      });
    } else this.#settle();
    if (before.isKept && this.#state.open !== before) this.#write();
  }

  /** Beside the one that is open, with the text as it is now. */
  duplicate(source: string): void {
    const { open } = this.#state;
    const taken = new Set(this.programs.list().programs.map(({ kept }) => kept.name));
    const id = this.#newId();
    const copy: OpenProgram = {
      ...open,
      id,
      name: freeName(open.name, taken.add(open.name)),
      program: { ...open.program, source },
    };
    const written = this.programs.put(id, this.#record(copy));
    if (written !== 'saved') this.#set({ notice: { kind: 'not kept', why: written } });
    else this.openKept(id);
  }

  /** Thrown away, and there until it is gone for good. */
  remove(id: string): void {
    const listed = this.programs.read(id);
    if (listed === null) return;
    const written = this.programs.put(id, { ...listed.kept, deletedAt: this.programs.now() });
    if (written !== 'saved') {
      this.#set({ notice: { kind: 'not kept', why: written } });
      return;
    }
    const wasOpen = id === this.#state.open.id;
    const notice: Notice = { kind: 'deleted', id, name: listed.kept.name, wasOpen };
    if (!wasOpen) this.#set({ notice });
    else this.openStart(notice);
  }

  /** Brings back what was thrown away. */
  bringBack(id: string): void {
    const written = this.programs.change(id, { deletedAt: null });
    this.#set({ notice: written === 'saved' ? null : { kind: 'not kept', why: written } });
  }

  say(notice: Notice | null): void {
    this.#set({ notice });
  }

  /** Another tab may have changed this program's record. */
  hear(): void {
    const { open } = this.#state;
    if (!open.isKept) return;
    const kept = this.programs.read(open.id)?.kept;
    if (kept === undefined) return;
    if (kept.deletedAt !== null) {
      this.#set({ notice: { kind: 'deleted elsewhere', id: open.id, name: kept.name } });
      return;
    }
    const { name, program, chosen } = kept;
    this.#change({
      name,
      chosen,
      program: { ...open.program, html: program.html, controls: program.controls },
    });
    this.#settle();
  }

  #fresh(
    {
      program,
      name = program.fileName,
      isSetUp = false,
      files = [],
      view = PLAIN_VIEW,
    }: NewProgram,
    id: string,
  ): OpenProgram {
    return { id, name, program, chosen: BY_THE_CODE, isKept: false, isSetUp, files, view };
  }

  #open(open: OpenProgram, notice: Notice | null = null): void {
    this.#set({ open, needs: null, notice });
  }

  #settle(): void {
    const { program, chosen } = this.#state.open;
    const { realm, goal, lab } = inForce(program, chosen, this.#state.needs);
    if (realm === program.realm && goal === program.goal && lab === program.lab) return;
    this.#program({ realm, goal, lab });
  }

  #write(): void {
    const { open } = this.#state;
    if (!open.isKept) {
      if (!this.keep()) this.#set({ notice: { kind: 'not kept', why: this.#whyNot() } });
      return;
    }
    const written = this.programs.put(open.id, this.#record(open));
    if (written !== 'saved') this.#set({ notice: { kind: 'not kept', why: written } });
  }

  #whyNot(): Exclude<ProgramWrite, 'saved'> {
    return this.programs.list().available ? 'full' : 'unavailable';
  }

  #record({ name, program, chosen }: OpenProgram): KeptProgram {
    return { v: 1, name, program, chosen, keptAt: this.programs.now(), deletedAt: null };
  }

  #remember(id: string): void {
    for (const memory of [this.#tab, this.#last])
      try {
        memory?.setItem(OPEN_KEY, id);
      } catch {
        // The page then opens with its own program; this one is in the list.
      }
  }

  #program(change: Partial<SharedProgram>): void {
    this.#change({ program: { ...this.#state.open.program, ...change } });
  }

  #change(change: Partial<OpenProgram>): void {
    this.#set({ open: { ...this.#state.open, ...change } });
  }

  #set(change: Partial<PlaygroundState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}

type InForce = Pick<SharedProgram, 'realm' | 'goal' | 'lab'>;

/** What a run gets: what was chosen, else what the code uses, else what it had. */
export function inForce(program: SharedProgram, chosen: Choices, needs: Needs | null): InForce {
  const { html, serverHalf } = program;
  const found = needs === null ? program.lab : needs.network ? 'server' : null;
  const chosenLab = chosen.lab === null ? found : chosen.lab === 'none' ? null : chosen.lab;
  return {
    realm: chosen.realm ?? (html !== null ? 'page' : (needs?.realm ?? program.realm)),
    goal: chosen.goal ?? needs?.goal ?? program.goal,
    // A server half runs nowhere else.
    lab: serverHalf !== null ? 'page' : chosenLab,
  };
}

/** `pixels.js`, `pixels 2.js`: the first that none has. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const [, stem = name, end = ''] = /^(.*?)(?: \d+)?(\.[a-z]+)?$/s.exec(name) ?? [];
  for (let n = 2; ; n++) {
    const next = `${stem} ${n}${end}`;
    if (!taken.has(next)) return next;
  }
}

function recall(memory: TabMemory | null): string | null {
  try {
    return memory?.getItem(OPEN_KEY) ?? null;
  } catch {
    return null;
  }
}

/** A session of this page; one that is rendered on the server remembers nothing. */
export function pageSession(start: SharedProgram): PlaygroundSession {
  const local = pageStorage();
  const tab = pageStorage(() => window.sessionStorage);
  return new PlaygroundSession(new Programs(local, pageDrafts()), start, tab, local);
}
