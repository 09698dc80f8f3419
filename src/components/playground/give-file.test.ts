import { expect, test } from 'vitest';
import { MAX_FILE_BYTES, type Control } from '../../core/controls/control';
import { ControlStore } from '../bench/controls/control-store';
import { giveFile } from './give-file';

const storeOf = (...controls: Control[]) => new ControlStore('play/x', controls, null);
const png = new File(['x'], 'a.png', { type: 'image/png' });

test('a program without file controls gets one, and another for another file', async () => {
  const store = storeOf();
  expect(await giveFile(png, store)).toMatchObject({ control: 'file', added: { name: 'file' } });
  const text = new File(['t'], 'a.txt');
  expect(await giveFile(text, store)).toMatchObject({ control: 'file2', added: { name: 'file2' } });
  expect(store.values).toEqual({ file: png, file2: text });
});

test('a file goes to the first control that takes it', async () => {
  const store = storeOf(
    { kind: 'file', name: 'text', accept: '.txt' },
    { kind: 'file', name: 'picture', accept: 'image/*' },
  );
  expect(await giveFile(png, store)).toEqual({ kind: 'given', control: 'picture', added: null });
});

test('what the reader has given is not taken away', async () => {
  const store = storeOf({ kind: 'file', name: 'file' });
  store.set('file', png);
  expect(await giveFile(new File(['b'], 'b.png'), store)).toMatchObject({ control: 'file2' });
  expect(store.values['file']).toBe(png);
});

test('a file that is too large is refused, and no control is added', async () => {
  const store = storeOf();
  const large = Object.defineProperty(new File(['x'], 'x'), 'size', { value: MAX_FILE_BYTES + 1 });
  expect(await giveFile(large, store)).toEqual({
    kind: 'refused',
    why: { kind: 'bytes', bytes: MAX_FILE_BYTES + 1, most: MAX_FILE_BYTES },
  });
  expect(store.controls).toEqual([]);
});
