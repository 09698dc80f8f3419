import { expect, test } from 'vitest';
import { namesTus } from './tus';

test.each([
  'new tus.Upload(file, {})',
  'const { Upload } = tus;',
  'tus',
  'start(tus)',
  'tus?.isSupported',
  '...tus',
])('%s names it', (source) => {
  expect(namesTus(source)).toBe(true);
});

test.each([
  "fetch('/tus/')",
  '`/tus/${id}`',
  "import 'tus'",
  'status',
  'tusker.go()',
  'window.tus',
  '$tus',
  "'tus-js-client'",
])('%s does not', (source) => {
  expect(namesTus(source)).toBe(false);
});
