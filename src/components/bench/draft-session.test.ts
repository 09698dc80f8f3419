import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DraftSession, SAVE_AFTER_MS } from './draft-session';
import { versionsOf } from './draft-slot';
import { Drafts } from './drafts';
import { fakeStorage, type FakeStorage } from './fake-storage';

const LESSON = 'let lesson;';
let clock = 0;

/** A tab with the snippet open, and what its editor was last told to show. */
function openTab(disk: FakeStorage, name: string, lesson = LESSON) {
  const drafts = new Drafts(disk, name, () => ++clock);
  const session = new DraftSession(() => drafts, 'x', lesson);
  const editor = { text: lesson };
  session.onReplace = (source) => {
    editor.text = source;
  };
  session.load();
  const type = (source: string) => {
    editor.text = source;
    session.change(source);
  };
  const write = (source: string) => {
    type(source);
    vi.advanceTimersByTime(SAVE_AFTER_MS);
  };
  return { session, editor, type, write };
}

const stored = (disk: FakeStorage): string[] => {
  const read = new Drafts(disk, 'reader').read('x');
  return read.kind === 'read' ? versionsOf(read.value).map(({ source }) => source) : [];
};
const kept = ({ session }: ReturnType<typeof openTab>) =>
  session.state.kept.map(({ source }) => source);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a draft in one tab', () => {
  test('is there again after a reload, also when the page went before the last key was saved', () => {
    const disk = fakeStorage();
    const tab = openTab(disk, 'a');
    tab.type('mine');
    tab.session.flush();
    expect(openTab(disk, 'b').session.state).toMatchObject({ source: 'mine', conflict: null });
  });

  test('is told once the letters have been painted, as it is by then', () => {
    const paints: (() => void)[] = [];
    const drafts = new Drafts(fakeStorage(), 'a', () => ++clock);
    const session = new DraftSession(
      () => drafts,
      'x',
      LESSON,
      (tell) => void paints.push(tell),
    );
    const told: string[] = [];
    session.subscribe(() => told.push(session.state.source));
    session.change('a');
    session.change('ab');
    expect([session.state.source, told]).toEqual(['ab', []]);
    for (const paint of paints.splice(0)) paint();
    expect(told).toEqual(['ab', 'ab']);
    session.change('abc');
    for (const paint of paints) paint();
    expect(told).toEqual(['ab', 'ab', 'abc']);
  });

  test('saves without a word where a save changes nothing that is shown', () => {
    const { session, type } = openTab(fakeStorage(), 'a');
    type('a');
    vi.advanceTimersToNextTimer();
    const told = vi.fn();
    session.subscribe(told);
    expect(session.save()).toBe(true);
    type('ab');
    expect(session.save()).toBe(true);
    expect(told).not.toHaveBeenCalled();
    // Another version that comes or goes is told.
    session.resetAndKeep();
    expect(told).toHaveBeenCalled();
  });

  test('typed over again and again, and over reloads, leaves one version', () => {
    const disk = fakeStorage();
    openTab(disk, 'a').write('one');
    const again = openTab(disk, 'b');
    again.write('two');
    again.write('three');
    expect(stored(disk)).toEqual(['three']);
  });

  test('typed back to the lesson’s code leaves nothing behind', () => {
    const disk = fakeStorage();
    const tab = openTab(disk, 'a');
    tab.write('mine');
    tab.write(LESSON);
    expect(disk.map.size).toBe(0);
  });

  test('after a reset the next page shows the lesson’s code', () => {
    const disk = fakeStorage();
    const tab = openTab(disk, 'a');
    tab.write('mine');
    tab.session.reset();
    expect(tab.editor.text).toBe(LESSON);
    expect(openTab(disk, 'b').session.state.source).toBe(LESSON);
  });

  test('a reset that keeps has the text among the versions, over a reload too', () => {
    const disk = fakeStorage();
    const tab = openTab(disk, 'a');
    tab.type('mine');
    tab.session.resetAndKeep();
    expect(tab.editor.text).toBe(LESSON);
    const again = openTab(disk, 'b');
    expect(again.session.state.source).toBe(LESSON);
    expect(kept(again)).toEqual(['mine']);
  });

  test('a reset that keeps is refused where there is no room, and says so', () => {
    const disk = fakeStorage(0);
    const tab = openTab(disk, 'a');
    tab.type('mine');
    tab.session.resetAndKeep();
    expect(tab.session.state).toMatchObject({ source: 'mine', unsaved: 'full' });
  });

  test('says that the lesson has changed until the reader has read it', () => {
    const disk = fakeStorage();
    openTab(disk, 'a').write('mine');
    const later = openTab(disk, 'b', 'let newLesson;');
    expect(later.session.state).toMatchObject({ source: 'mine', lessonChanged: true });
    later.write('mine 2');
    const again = openTab(disk, 'c', 'let newLesson;');
    expect(again.session.state.lessonChanged).toBe(true);
    again.session.dismiss('lessonChanged');
    expect(openTab(disk, 'd', 'let newLesson;').session.state).toMatchObject({
      source: 'mine 2',
      lessonChanged: false,
    });
  });
});

describe('a draft in two tabs', () => {
  test('a tab that nothing was typed into follows the other, its editor too', () => {
    const disk = fakeStorage();
    const one = openTab(disk, 'one');
    const two = openTab(disk, 'two');
    one.write('from one');
    two.session.hear();
    expect(two.session.state).toMatchObject({ source: 'from one', conflict: null });
    expect(two.editor.text).toBe('from one');
  });

  test('both wrote: each keeps its text, is told, and can have the other’s', () => {
    const disk = fakeStorage();
    const one = openTab(disk, 'one');
    const two = openTab(disk, 'two');
    one.write('from one');
    two.write('from two');
    one.session.hear();
    for (const [tab, mine, other] of [
      [one, 'from one', 'from two'],
      [two, 'from two', 'from one'],
    ] as const) {
      expect(tab.session.state).toMatchObject({ source: mine, conflict: 'edited' });
      expect(kept(tab)).toEqual([other]);
    }
  });

  test('a text that is open in one tab stays stored when another tab began with it and went on', () => {
    const disk = fakeStorage();
    const one = openTab(disk, 'one');
    one.write('from one');
    const two = openTab(disk, 'two');
    two.write('from one, and two');
    expect(stored(disk)).toEqual(['from one, and two']);
    one.session.hear();
    expect(one.session.state).toMatchObject({ source: 'from one', conflict: 'edited' });
    expect(stored(disk)).toEqual(['from one, and two', 'from one']);
  });

  test('“Keep this one” keeps the other one too', () => {
    const disk = fakeStorage();
    const one = openTab(disk, 'one');
    const two = openTab(disk, 'two');
    one.write('from one');
    two.write('from two');
    one.session.hear();
    one.session.keepMine();
    expect(one.session.state).toMatchObject({ source: 'from one', conflict: null });
    one.write('from one, later');
    const third = openTab(disk, 'three');
    expect(third.session.state).toMatchObject({ source: 'from one, later', listing: true });
    expect(kept(third)).toEqual(['from two']);
  });

  test('the other version can be taken and given back', () => {
    const disk = fakeStorage();
    const one = openTab(disk, 'one');
    const two = openTab(disk, 'two');
    one.write('from one');
    two.write('from two');
    one.session.hear();
    one.session.use(one.session.state.kept[0]!);
    expect(one.editor.text).toBe('from two');
    expect(kept(one)).toEqual(['from one']);
    one.session.use(one.session.state.kept[0]!);
    expect(one.editor.text).toBe('from one');
    expect(kept(one)).toEqual(['from two']);
  });

  test('a reset while both have written shows what the other one wrote', () => {
    const disk = fakeStorage();
    const one = openTab(disk, 'one');
    const two = openTab(disk, 'two');
    one.write('from one');
    two.write('from two');
    one.session.hear();
    one.session.reset();
    expect(one.session.state).toMatchObject({ source: LESSON, conflict: null, listing: true });
    expect(kept(one)).toEqual(['from two']);
    two.session.hear();
    expect(two.session.state).toMatchObject({ source: 'from two', conflict: 'reset' });
  });

  test('a reset in a tab that had opened this one’s text does not take the text from here', () => {
    const disk = fakeStorage();
    const one = openTab(disk, 'one');
    one.write('from one');
    const two = openTab(disk, 'two');
    two.session.reset();
    expect(disk.map.size).toBe(0);
    one.session.hear();
    expect(one.session.state).toMatchObject({ source: 'from one', conflict: 'reset' });
    two.session.hear();
    expect(two.session.state.source).toBe(LESSON);
    expect(kept(two)).toEqual(['from one']);
  });

  test('a version is gone only when the reader deletes it', () => {
    const disk = fakeStorage();
    const one = openTab(disk, 'one');
    const two = openTab(disk, 'two');
    one.write('from one');
    two.write('from two');
    two.session.delete(two.session.state.kept[0]!);
    expect(stored(disk)).toEqual(['from two']);
    expect(two.session.state).toMatchObject({ conflict: null, listing: false, kept: [] });
  });
});

describe('storage that fails', () => {
  test('full: the text stays here, is not saved, and that is told until it is', () => {
    const disk = fakeStorage(200);
    const tab = openTab(disk, 'a');
    tab.write('y'.repeat(500));
    expect(tab.session.state).toMatchObject({ source: 'y'.repeat(500), unsaved: 'full' });
    disk.limit = Infinity;
    tab.session.hear();
    expect(tab.session.state.unsaved).toBeNull();
    expect(stored(disk)).toEqual(['y'.repeat(500)]);
  });

  test('full: another version is not taken where the text given up could not be kept', () => {
    const disk = fakeStorage();
    const one = openTab(disk, 'one');
    const two = openTab(disk, 'two');
    one.write('from one');
    two.write('from two');
    two.type('from two, unsaved');
    disk.limit = 0;
    two.session.use(two.session.state.kept[0]!);
    expect(two.session.state).toMatchObject({ source: 'from two, unsaved', unsaved: 'full' });
    expect(two.editor.text).toBe('from two, unsaved');
    expect(stored(disk)).toEqual(['from two', 'from one']);
  });

  test('unreadable: told, with where the text is kept, and beside any other word', () => {
    const disk = fakeStorage();
    disk.map.set('bytescope:draft:x', '{');
    const tab = openTab(disk, 'a');
    expect(tab.session.state.unreadable).toMatch(/^bytescope:draft:x:unreadable:\d+$/);
    disk.limit = 0;
    tab.write('mine');
    expect(tab.session.state).toMatchObject({ unsaved: 'full' });
    expect(tab.session.state.unreadable).not.toBeNull();
  });

  test('forbidden: silent for who only reads, told to who writes', () => {
    const drafts = new Drafts(null, 'a');
    const session = new DraftSession(() => drafts, 'x', LESSON);
    session.load();
    expect(session.state.unsaved).toBeNull();
    session.change('mine');
    vi.advanceTimersByTime(SAVE_AFTER_MS);
    expect(session.state).toMatchObject({ source: 'mine', unsaved: 'unavailable' });
    session.reset();
    expect(session.state.unsaved).toBeNull();
  });
});

/** Small, fast, and the same everywhere (mulberry32). */
function random(seed: number) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

test.each(Array.from({ length: 60 }, (_, seed) => seed))(
  'three tabs in any order lose nothing that the reader did not give up (seed %i)',
  (seed) => {
    const next = random(seed);
    const pick = (n: number) => Math.floor(next() * n);
    const disk = fakeStorage();
    let names = 0;
    let texts = 0;
    const open = () => ({ ...openTab(disk, `tab ${++names}`), touched: false });
    const tabs = [open(), open(), open()];
    /** Texts given up for another one, or left by a closed tab, that nobody has deleted or gone on from. */
    const owed = new Set<string>();
    /** Texts that somebody has typed on from: the version that goes on takes their place. */
    const goneOnFrom = new Set<string>();
    for (let step = 0; step < 80; step++) {
      const at = pick(3);
      const tab = tabs[at]!;
      const { session } = tab;
      const before = session.state.source;
      const version = session.state.kept[pick(session.state.kept.length)];
      switch (pick(9)) {
        case 0:
        case 1:
        case 2:
          owed.delete(before);
          goneOnFrom.add(before);
          tab.type(`text ${++texts}`);
          tab.touched = true;
          break;
        case 3:
          session.flush();
          break;
        case 4:
          session.hear();
          break;
        case 5:
          if (version && session.state.kept.length > 0) {
            if (before !== LESSON) owed.add(before);
            owed.add(version.source);
            session.use(version);
            tab.touched = true;
          }
          break;
        case 6:
          if (pick(3) === 0) {
            owed.delete(before);
            session.reset();
            tab.touched = true;
          } else session.keepMine();
          break;
        case 7:
          if (version) {
            owed.delete(version.source);
            session.delete(version);
          }
          break;
        default:
          session.flush();
          if (tab.touched && before !== LESSON && !goneOnFrom.has(before)) owed.add(before);
          tabs[at] = open();
      }
      expect(tab.editor.text).toBe(session.state.source);
    }
    for (const { session } of [...tabs, ...tabs, ...tabs]) session.hear();
    const all = stored(disk);
    for (const { session, touched } of tabs)
      if (touched && session.state.source !== LESSON) expect(all).toContain(session.state.source);
    for (const text of owed) expect(all).toContain(text);
  },
);
