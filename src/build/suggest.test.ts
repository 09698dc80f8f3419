import { expect, it } from 'vitest';
import { editDistance, nearest } from './suggest';

it.each([
  ['', '', 0],
  ['view', 'views', 1],
  ['odd-size', 'odd-sise', 1],
  ['kitten', 'sitting', 3],
])('counts the edits from %j to %j', (a, b, edits) => {
  expect(editDistance(a, b)).toBe(edits);
});

it('suggests the nearest word', () => {
  expect(nearest('one-bufer', ['two-buffers', 'one-buffer', 'window'])).toBe('one-buffer');
});

it('suggests nothing when nothing is near', () => {
  expect(nearest('canvas', ['one-buffer', 'window'])).toBeNull();
});
