import { expect, test } from 'vitest';
import { cleanFileName } from './file-name.ts';

test.each([
  ['photo.png', 'photo.png'],
  ['사진 1.png', '사진 1.png'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\fakepath\\a.txt', 'a.txt'],
  ['a\r\nb.txt', 'a\ufffd\ufffdb.txt'],
  ['x\u202egnp.exe', 'x\ufffdgnp.exe'],
  ['a\u200bb', 'a\ufffdb'],
  ['\udc00.txt', '\ufffd.txt'],
  ['👩‍🚀.png', '👩\ufffd🚀.png'],
  ['  spaces  ', 'spaces'],
  ['', 'unnamed'],
  ['.', 'unnamed'],
  ['..', 'unnamed'],
  ['folder/', 'unnamed'],
  ['.hidden', '.hidden'],
])('%j is shown as %j', (name, shown) => {
  expect(cleanFileName(name)).toBe(shown);
});
