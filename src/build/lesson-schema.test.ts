import { describe, expect, it } from 'vitest';
import { findPlacementMistake, lessonSchema } from './lesson-schema';

const good = {
  title: 'ArrayBuffer and its views',
  description: 'Create a buffer, read it through typed arrays and a DataView, and see every byte.',
  minutes: 14,
};

const messageFor = (data: unknown): string => {
  const parsed = lessonSchema.safeParse(data);
  return parsed.success ? '' : parsed.error.issues.map((issue) => issue.message).join(' ');
};

describe('a lesson’s frontmatter', () => {
  it('needs a title, a description and minutes, and fills in the rest', () => {
    expect(lessonSchema.parse(good)).toEqual({ ...good, draft: false, prerequisites: [] });
  });

  it.each([
    [
      'no title',
      { ...good, title: undefined },
      'Write, for example: title: ArrayBuffer and its views',
    ],
    [
      'minutes as text',
      { ...good, minutes: 'ten' },
      'Reading time is a whole number of minutes. Write, for example: minutes: 25',
    ],
    [
      'a short description',
      { ...good, description: 'Bytes.' },
      'a description of 50 to 180 characters',
    ],
    [
      'a chapter that is not one',
      { ...good, chapter: 'container' },
      'There is no chapter "container". Write: chapter: containers',
    ],
    [
      'a misspelt field',
      { ...good, tittle: 'x' },
      '"tittle" is not a field of a lesson. Write instead: title: ArrayBuffer',
    ],
    [
      'an unknown field',
      { ...good, banana: 1 },
      '"banana" is not a field of a lesson. The fields are: title, lead',
    ],
    [
      'a draft that is neither true nor false',
      { ...good, draft: 'yes' },
      'Write, for example: draft: true',
    ],
    ['an order of 0', { ...good, order: 0 }, 'Write, for example: order: 2'],
  ])('says how to correct %s', (_, data, message) => {
    expect(messageFor(data)).toContain(message);
  });
});

describe('a lesson’s place', () => {
  const slugs = new Set(['views', 'extra']);

  it('is known for a slug on the map', () => {
    expect(findPlacementMistake('views', { prerequisites: ['blob'] }, slugs)).toBeNull();
  });

  it('is asked for when the slug is not on the map', () => {
    expect(findPlacementMistake('extra', { prerequisites: [] }, slugs)).toContain(
      'Add: chapter: containers',
    );
    expect(
      findPlacementMistake('extra', { chapter: 'order', prerequisites: [] }, slugs),
    ).toBeNull();
  });

  it('corrects a prerequisite that does not exist', () => {
    expect(findPlacementMistake('views', { prerequisites: ['bloob'] }, slugs)).toBe(
      'There is no other lesson "bloob" to be a prerequisite. Write: prerequisites: [blob]',
    );
  });
});
