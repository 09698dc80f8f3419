import { describe, expect, it } from 'vitest';
import { findLessonMistakes, readLessonFolders, type LessonFolder } from './lesson-folders';
import { formatMistakes } from './mistakes';

const folder = (changes: Partial<LessonFolder>): LessonFolder => ({
  slug: 'views',
  pages: new Map([['en.mdx', '<Bench snippet="one" />']]),
  snippets: ['one'],
  metadata: new Map(),
  exercises: [],
  ...changes,
});
const found = (...folders: LessonFolder[]) => formatMistakes(findLessonMistakes(folders));
const page = (mdx: string) => new Map([['en.mdx', mdx]]);

describe('the content check', () => {
  it('finds nothing in a lesson that is right', () => {
    expect(findLessonMistakes([folder({})])).toEqual([]);
  });

  it('finds nothing in the lessons of this site', () => {
    expect(formatMistakes(findLessonMistakes(readLessonFolders(process.cwd())))).toBe(
      '0 mistakes in the content:',
    );
  });

  it('corrects the name of a snippet', () => {
    expect(
      found(
        folder({ pages: page('\n<Bench snippet="onne" />\n<Output snippet="one" line={1} />') }),
      ),
    ).toContain('src/lessons/views/en.mdx:2\n    There is no snippet "onne". Write: snippet="one"');
  });

  it('says which file to add for a snippet like no other', () => {
    expect(
      found(folder({ pages: page('<Bench snippet="something-else" /><Bench snippet="one" />') })),
    ).toContain('Add src/lessons/views/snippets/something-else.js, or name one of: one.');
  });

  it('refuses a snippet that no page uses', () => {
    expect(found(folder({ snippets: ['one', 'two'] }))).toContain(
      'src/lessons/views/snippets/two.js\n    No page of the lesson uses this snippet. Add <Bench snippet="two" />',
    );
  });

  it('refuses a name that is computed', () => {
    expect(
      found(folder({ pages: page('<Bench snippet={x} /><Bench snippet="one" />') })),
    ).toContain('<Bench> names its snippet by a plain string. Write: snippet="one"');
  });

  it('wants every exercise on every page, once, by its name', () => {
    const exercises = ['record', 'window'];
    const on = (mdx: string) =>
      found(folder({ exercises, pages: page(`<Bench snippet="one" />${mdx}`) }));
    expect(on('<Exercise name="record" />\n<Exercise name="window" />')).toBe(
      '0 mistakes in the content:',
    );
    expect(on('\n<Exercise name="record" />')).toContain(
      'src/lessons/views/en.mdx\n    This page does not show the exercise "window". Add <Exercise name="window" /> where the lesson asks for it, or delete src/lessons/views/exercises/window.',
    );
    expect(on('\n<Exercise name="windw" />')).toContain(
      'en.mdx:2\n    There is no exercise "windw". Write: <Exercise name="window" />',
    );
    expect(on('\n<Exercise name="checksum" />')).toContain(
      'Run: npm run new:exercise -- views checksum "Title", or name one of: record, window.',
    );
    expect(on('<Exercise name="window" />\n<Exercise name="window" />')).toContain(
      'en.mdx:2\n    The exercise "window" is on this page already. Delete this one.',
    );
    expect(on('<Exercise name={which} />')).toContain(
      '<Exercise> names its folder by a plain string. Write: <Exercise name="record" />',
    );
  });

  it('refuses a reference to a bench that is not on the page', () => {
    expect(
      found(
        folder({
          pages: page('<Output snippet="one" line={1} /><Ref bench="one" cell="u8[0]" />'),
        }),
      ),
    ).toContain('this page has no bench "one". Add: <Bench snippet="one" />');
  });

  it('refuses two slugs that would be one address', () => {
    const text = found(folder({ slug: 'views' }), folder({ slug: 'Views' }));
    expect(text).toContain('Rename the folder to: src/lessons/views');
    expect(text).toContain(
      'The slug "views" is taken by src/lessons/views: both would be /lessons/views/.',
    );
  });

  it('refuses a language it does not know, and a lesson without English', () => {
    const text = found(folder({ pages: new Map([['kr.mdx', '<Bench snippet="one" />']]) }));
    expect(text).toContain('src/lessons/views/en.mdx\n    A lesson has an English page.');
    expect(text).toContain('The languages are en and ko. Rename the file to: ko.mdx');
  });

  it('refuses a picture without a text', () => {
    expect(found(folder({ pages: page('<Bench snippet="one" />\n\n![](wave.png)') }))).toContain(
      'src/lessons/views/en.mdx:3\n    The picture wave.png has no text for those who do not see it. Write: ![What it shows](wave.png)',
    );
  });

  it('refuses metadata that belongs to no snippet, or is wrong', () => {
    expect(found(folder({ metadata: new Map([['onee', '{}']]) }))).toContain(
      'There is no onee.js for this metadata. Rename this file to: one.json',
    );
    expect(found(folder({ metadata: new Map([['one', '{ "goal": "sloppy" }']]) }))).toContain(
      'src/lessons/views/snippets/one.json\n    goal: A goal is "module" or "script".',
    );
  });
});
