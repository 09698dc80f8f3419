import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MEDIA, openTestLab, type TestLab } from './lab.fixture.ts';

let lab: TestLab;
beforeAll(async () => {
  lab = await openTestLab();
});
afterAll(() => lab.close());

describe.each([
  ['image', 'picture.png', 'image/png'],
  ['video', 'clip.webm', 'video/webm'],
] as const)('the room %s', (room, name, type) => {
  test('sends a whole file as one piece of bytes', async () => {
    const answer = await lab.connect(room).emitWithAck('get', { name });
    expect(answer).toMatchObject({ kind: 'file', name, type });
    expect(answer.kind === 'file' && Buffer.from(answer.bytes).equals(MEDIA[name])).toBe(true);
  });

  test('lists its own files, and nothing that could run', async () => {
    expect(await lab.connect(room).emitWithAck('list', {})).toEqual({
      kind: 'names',
      files: [{ name, size: MEDIA[name].length, type }],
    });
  });

  test.each([
    '../picture.png',
    'page.html',
    'drawing.svg',
    '/etc/passwd',
    'a\0.png',
    '__proto__',
    '',
  ])('%j is no file of it', async (other) => {
    expect(await lab.connect(room).emitWithAck('get', { name: other })).toEqual({
      kind: 'refused',
      code: 'unknown-file',
      message: `This room has no such file. It has ${name}.`,
    });
  });
});
