import { expect, test } from 'vitest';
import { errorText } from './errors';

const say = (byteOffset: number, byteSize: number, viewByteLength: number) =>
  errorText.en({
    kind: 'access-out-of-bounds',
    access: { method: 'setUint32', byteOffset, byteSize, viewByteLength },
  });

test('a call past the end names the bytes it needed and the last offset that fits', () => {
  expect(say(5, 4, 8)).toEqual({
    what: 'setUint32 at 5 needs bytes 5 to 8. The view ends at 7.',
    todo: 'It takes 4 bytes, and the last offset that fits is 4.',
  });
  expect(say(2, 1, 2).what).toBe('setUint32 at 2 needs byte 2. The view ends at 1.');
  expect(say(0, 4, 2).todo).toBe(
    'It takes 4 bytes, so it does not fit into this view at any offset.',
  );
  expect(say(-1, 4, 8).what).toBe('setUint32 was asked for offset −1. A view starts at 0.');
});
