import { beforeEach, describe, expect, test } from 'vitest';
import { BLANK_PROGRAM, type SharedProgram } from '../../core/share/shared';
import type { Needs } from '../../core/instrument';
import { Drafts } from '../bench/drafts';
import { fakeStorage, type FakeStorage } from '../bench/fake-storage';
import { putCurrent } from '../bench/draft-slot';
import { OPEN_KEY } from './open-key';
import { freeName, PlaygroundSession } from './playground-session';
import { benchId, Programs, type ListedStorage } from './programs';

const START: SharedProgram = {
  ...BLANK_PROGRAM,
  fileName: 'first.js',
  source: 'const a = new Uint8Array(4);',
};
const WORKER: Needs = { realm: 'worker', pageName: null, goal: 'module', network: false };
const PAGE: Needs = { ...WORKER, realm: 'page', pageName: 'document' };
const LAB: Needs = { ...WORKER, network: true };

let disk: FakeStorage & ListedStorage;
let clock = 0;

beforeEach(() => {
  clock = 1000;
  const storage = fakeStorage();
  disk = Object.defineProperties(storage, {
    length: { get: () => storage.map.size },
    key: { value: (index: number) => [...storage.map.keys()][index] ?? null },
  }) as typeof disk;
});

/** A tab; `remembers` is what it had open before a reload. */
function openTab(remembers = fakeStorage()) {
  let ids = 0;
  const tab = Math.random().toString(36);
  const drafts = new Drafts(disk, tab, () => ++clock);
  const programs = new Programs(disk, drafts, () => ++clock);
  const session = new PlaygroundSession(programs, START, remembers, disk, () => `${tab}${++ids}`);
  const type = (source: string) => {
    const basis = drafts.read(benchId(session.state.open.id));
    const current = basis.kind === 'read' ? basis.value.current : null;
    const { kind } = drafts.update(benchId(session.state.open.id), (slot) =>
      putCurrent(slot, { source, base: 'b', tab, savedAt: ++clock }, current),
    );
    session.keep();
    return kind;
  };
  return { session, programs, type, remembers };
}

const names = (programs: Programs) => programs.list().programs.map(({ kept }) => kept.name);

describe('what is open', () => {
  test('a first visit has the page’s own program, and keeps nothing', () => {
    const { session, programs } = openTab();
    session.restore();
    expect(session.state.open).toMatchObject({ name: 'first.js', isKept: false, program: START });
    expect(names(programs)).toEqual([]);
    expect(disk.map.size).toBe(0);
  });

  test('a change makes it one of the reader’s, and a reload and a new tab go on with it', () => {
    const { session, type, remembers } = openTab();
    session.restore();
    type('let b = 1;');
    for (const again of [openTab(remembers), openTab()]) {
      again.session.restore();
      expect(again.session.state.open).toMatchObject({ name: 'first.js', isKept: true });
      expect(again.programs.list().programs[0]?.source).toBe('let b = 1;');
    }
  });

  test('two tabs have two programs open, and each goes on with its own', () => {
    const a = openTab();
    a.session.restore();
    a.type('let a;');
    const b = openTab();
    b.session.openNew({ program: { ...START, fileName: 'other.js' } });
    b.type('let b;');
    const aAgain = openTab(a.remembers);
    aAgain.session.restore();
    expect(aAgain.session.state.open.name).toBe('first.js');
    expect(names(aAgain.programs)).toEqual(['other.js', 'first.js']);
  });

  test('a program from elsewhere leaves the reader’s own alone, and is kept once it is changed', () => {
    const { session, programs, type } = openTab();
    session.restore();
    type('let mine = 1;');
    const mine = session.state.open.id;
    session.openNew({ program: { ...START, source: 'theirs();', fileName: 'theirs.js' } });
    expect(session.state.open.isKept).toBe(false);
    expect(names(programs)).toEqual(['first.js']);
    type('theirs(1);');
    expect(names(programs)).toEqual(['theirs.js', 'first.js']);
    expect(session.openKept(mine)).toBe(true);
    expect(programs.read(mine)?.source).toBe('let mine = 1;');
  });

  test('the page’s own program is new again after it was made the reader’s', () => {
    const { session, type, programs } = openTab();
    session.restore();
    type('let x;');
    session.openStart();
    expect(session.state.open).toMatchObject({ isKept: false, program: START });
    type('let y;');
    expect(names(programs)).toEqual(['first 2.js', 'first.js']);
  });
});

describe('the reader’s programs', () => {
  test('a new name is kept, an empty one is none', () => {
    const { session, programs } = openTab();
    session.restore();
    session.rename('  bits.js ');
    session.rename(' ');
    expect(session.state.open.name).toBe('bits.js');
    expect(names(programs)).toEqual(['bits.js']);
  });

  test('a copy has the text as it is now, and a name of its own', () => {
    const { session, programs, type } = openTab();
    session.restore();
    type('let now;');
    session.duplicate('let now;');
    expect(session.state.open).toMatchObject({ name: 'first 2.js', isKept: true });
    expect(session.state.open.program.source).toBe('let now;');
    expect(names(programs)).toEqual(['first 2.js', 'first.js']);
  });

  test('what is thrown away comes back whole, until it is gone for good', () => {
    const { session, programs, type } = openTab();
    session.restore();
    type('let x = 9;');
    const { id } = session.state.open;
    session.remove(id);
    expect(session.state.notice).toEqual({
      kind: 'deleted',
      id,
      name: 'first.js',
      wasOpen: true,
    });
    expect(session.state.open.id).not.toBe(id);
    expect(programs.list()).toMatchObject({
      programs: [],
      deleted: [{ id, source: 'let x = 9;' }],
    });
    session.bringBack(id);
    expect(session.state.notice).toBeNull();
    expect(programs.list().programs).toMatchObject([{ id, source: 'let x = 9;' }]);
    programs.forget(id);
    expect(programs.list()).toMatchObject({ programs: [], deleted: [] });
    expect([...disk.map.keys()]).toEqual([OPEN_KEY]);
  });

  test('what is thrown away in another tab is said here, and stays here', () => {
    const a = openTab();
    a.session.restore();
    a.type('let x;');
    const { id } = a.session.state.open;
    const b = openTab();
    b.session.remove(id);
    a.session.hear();
    expect(a.session.state.notice).toMatchObject({ kind: 'deleted elsewhere', id });
    expect(a.session.state.open.id).toBe(id);
    a.session.bringBack(id);
    expect(names(a.programs)).toEqual(['first.js']);
  });

  test('a name given in another tab comes here', () => {
    const a = openTab();
    a.session.restore();
    a.type('let x;');
    const b = openTab();
    b.session.restore();
    b.session.rename('renamed.js');
    a.session.hear();
    expect(a.session.state.open.name).toBe('renamed.js');
  });

  test('a text whose record found no room is a program all the same', () => {
    const { session, programs, type } = openTab();
    session.restore();
    disk.limit = 120;
    expect(type('let x;')).toBe('saved');
    expect(session.state.open.isKept).toBe(false);
    expect(programs.list().programs).toMatchObject([{ source: 'let x;' }]);
  });

  test('a record that cannot be read is told, and its text stays', () => {
    disk.map.set('bytescope:program:x', '{"v":9}');
    const { programs } = openTab();
    const [key = ''] = programs.list().unreadable;
    expect(key).toMatch(/^bytescope:program:x:unreadable:/);
    expect(disk.map.get(key)).toBe('{"v":9}');
    expect(programs.list()).toMatchObject({ programs: [], unreadable: [key] });
  });

  test('full and forbidden storage are said when the reader asks for something to be kept', () => {
    const { session } = openTab();
    session.restore();
    disk.limit = 0;
    session.rename('x.js');
    expect(session.state.notice).toEqual({ kind: 'not kept', why: 'full' });
    expect(session.state.open.name).toBe('x.js');
    const none = new PlaygroundSession(
      new Programs(null, new Drafts(null, 't')),
      START,
      null,
      null,
    );
    none.restore();
    none.rename('y.js');
    expect(none.state.notice).toEqual({ kind: 'not kept', why: 'unavailable' });
    expect(none.programs.list().available).toBe(false);
  });
});

describe('where it runs', () => {
  const opened = (program: Partial<SharedProgram>, isSetUp = false) => {
    const { session } = openTab();
    session.openNew({ program: { ...START, ...program }, isSetUp });
    return session;
  };
  const inForce = ({ state }: PlaygroundSession) => {
    const { realm, goal, lab } = state.open.program;
    return { realm, goal, lab };
  };

  test('what the code uses decides, and follows the code', () => {
    const session = opened({});
    session.hearNeeds(PAGE);
    expect(inForce(session)).toEqual({ realm: 'page', goal: 'module', lab: null });
    session.hearNeeds({ ...LAB, goal: 'script' });
    expect(inForce(session)).toEqual({ realm: 'worker', goal: 'script', lab: 'server' });
  });

  test('what the reader chooses holds until it is left to the code again', () => {
    const session = opened({});
    session.hearNeeds(PAGE);
    session.choose({ realm: 'worker', lab: 'page' });
    session.hearNeeds({ ...PAGE, network: true });
    expect(inForce(session)).toEqual({ realm: 'worker', goal: 'module', lab: 'page' });
    session.choose({ realm: null, lab: 'none' });
    expect(inForce(session)).toEqual({ realm: 'page', goal: 'module', lab: null });
  });

  test('a server half has the lab in the page, whatever is chosen', () => {
    const { session } = openTab();
    const serverHalf = { fileName: 'server.js', source: 'io.on("connection");' };
    session.openNew({ program: { ...START, lab: 'page', serverHalf }, isSetUp: true });
    session.choose({ lab: 'server' });
    expect(inForce(session).lab).toBe('page');
    session.choose({ lab: 'none' });
    expect(inForce(session).lab).toBe('page');
    session.hearNeeds(WORKER);
    expect(inForce(session).lab).toBe('page');
  });

  test('a page of its own is a page, whatever the code uses', () => {
    const session = opened({});
    session.hearNeeds(WORKER);
    session.setHtml('<canvas></canvas>');
    expect(inForce(session).realm).toBe('page');
    session.setHtml('  ');
    expect(inForce(session).realm).toBe('worker');
    expect(session.state.open.program.html).toBeNull();
  });

  test('an example keeps what its lesson says, as if chosen by hand where its code would get something else', () => {
    const same = opened({ realm: 'page' }, true);
    same.hearNeeds(PAGE);
    expect(same.state.open.chosen).toEqual({ realm: null, goal: null, lab: null });
    const other = opened({ realm: 'page', goal: 'script', lab: 'page' }, true);
    other.hearNeeds(LAB);
    expect(other.state.open.chosen).toEqual({ realm: 'page', goal: 'script', lab: 'page' });
    other.hearNeeds(WORKER);
    expect(inForce(other)).toEqual({ realm: 'page', goal: 'script', lab: 'page' });
  });

  test('it is kept with the program', () => {
    const { session, programs } = openTab();
    session.restore();
    session.choose({ goal: 'script' });
    session.addControl({ kind: 'file', name: 'file' });
    const again = openTab();
    again.session.restore();
    expect(again.session.state.open).toMatchObject({
      chosen: { goal: 'script' },
      program: { goal: 'script', controls: [{ name: 'file' }] },
    });
    expect(names(programs)).toHaveLength(1);
  });
});

test.each([
  ['a.js', [], 'a.js'],
  ['a.js', ['a.js'], 'a 2.js'],
  ['a.js', ['a.js', 'a 2.js'], 'a 3.js'],
  ['a 2.js', ['a 2.js'], 'a 3.js'],
  ['my notes', ['my notes'], 'my notes 2'],
] as const)('the next name after %s with %j taken is %s', (name, taken, next) => {
  expect(freeName(name, new Set(taken))).toBe(next);
});
