import { expect, it } from 'vitest';
import { keyOf } from './key-of';

it.each([
  ['ㄱ', 'KeyR', false, 'r'],
  ['ㄹ', 'KeyF', false, 'f'],
  ['ㅔ', 'KeyP', false, 'p'],
  ['Process', 'KeyP', false, 'p'],
  ['ㄲ', 'KeyR', true, 'R'],
  ['к', 'KeyR', false, 'r'],
  // Latin letters mean themselves, wherever they are, and so does what is no letter.
  ['p', 'KeyR', false, 'p'],
  ['é', 'KeyE', false, 'é'],
  [',', 'KeyW', false, ','],
  ['Enter', 'Enter', false, 'Enter'],
  ['ㄱ', '', false, 'ㄱ'],
])('%s on %s (Shift: %s) is the key %s', (key, code, shiftKey, meant) => {
  expect(keyOf({ key, code, shiftKey })).toBe(meant);
});
