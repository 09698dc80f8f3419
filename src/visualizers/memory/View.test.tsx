import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { MemoryState } from '../../core/trace/memory-state';
import { bufferState, callOf, lessonState, memoryOf, viewState } from './test-states';
import { MemoryView } from './View';

const htmlOf = (state: MemoryState) =>
  // React marks where text nodes meet; a reader sees none of it.
  renderToString(<MemoryView state={state} locale="en" />).replaceAll('<!-- -->', '');
const labelsOf = (html: string, role: string) =>
  [...html.matchAll(new RegExp(`role="${role}"[^>]*aria-label="([^"]*)"`, 'g'))].map(
    ([, label]) => label,
  );

describe('the memory view on the server', () => {
  const html = htmlOf(lessonState());

  it('is a grid with a row group per octet and one tab stop', () => {
    expect(labelsOf(html, 'grid')).toEqual(['Memory: buffer, 16 bytes, 4 views']);
    expect(html.match(/role="rowgroup"/g)).toHaveLength(2);
    expect(html.match(/role="gridcell"[^>]*tabindex="0"/gi)).toHaveLength(1);
  });

  it('names every cell by what it is, where it lies and what it says', () => {
    const names = labelsOf(html, 'gridcell');
    expect(names).toHaveLength(16 + 16 + 8 + 4 + 2);
    expect(names).toContain('byte 2, hex FE, 254');
    expect(names).toContain('byte 10, hex 00, 0');
    expect(names).toContain('i16[1], bytes 2 to 3, −2');
    expect(names).toContain('dv, setFloat32 LE, bytes 12 to 15, now 0.10000000149011612');
  });

  it('reads without JavaScript: values, summary and the readout’s sentence are text', () => {
    expect(html).toContain('buffer, 16 bytes');
    expect(html).toMatch(/<span>32767<\/span>/);
    expect(html).toContain('Point at a value, or tap it, to see the bytes it covers.');
  });

  it('is the same each time, as hydration needs', () => {
    expect(htmlOf(lessonState())).toBe(html);
  });

  it.each([
    ['nothing', memoryOf([], []), 'No buffer yet.'],
    [
      'a resizable buffer',
      memoryOf([bufferState([1, 2], { maxByteLength: 4 })], []),
      'buffer, 2 bytes of at most 4',
    ],
    ['a buffer no view reads', memoryOf([bufferState([1])], []), 'No view reads these bytes.'],
    [
      'a shared buffer',
      memoryOf([bufferState([1], { shared: true, name: 'flags' })], []),
      'flags, shared, 1 byte',
    ],
    [
      'a detached buffer',
      memoryOf([bufferState([], { detached: true })], [viewState(0, 'Uint8Array', 0, 0)]),
      'Detached. Its bytes have moved to a new owner.',
    ],
    [
      'a view out of bounds',
      memoryOf([bufferState([1], { maxByteLength: 8 })], [viewState(0, 'Int8Array', 4, 0)]),
      'length 0, out of bounds',
    ],
    [
      'an unnamed buffer',
      memoryOf([bufferState([1], { name: null })], [viewState(0, 'Int8Array', 0, 1)]),
      'buffer of i8, 1 byte',
    ],
    ['more buffers than are kept', { ...lessonState(), omittedBuffers: 2 }, '2 more buffers'],
    ['a large buffer', memoryOf([bufferState(new Uint8Array(1000))], []), 'bytes 0 to 31 of 1,000'],
    [
      'a buffer larger than what is kept',
      memoryOf([bufferState(new Uint8Array(100), { byteLength: 5000 })], []),
      'Only the first 100 bytes are kept.',
    ],
  ])('says what is special about %s', (_, state, sentence) => {
    expect(htmlOf(state)).toContain(sentence);
  });

  it('keeps the names of several buffers apart', () => {
    const state = memoryOf(
      [bufferState([1], { name: 'one' }), bufferState([2], { id: 1, name: 'two' })],
      [],
    );
    expect(labelsOf(htmlOf(state), 'grid')).toEqual([
      'Memory: one, 1 byte, no views',
      'Memory: two, 1 byte, no views',
    ]);
    expect(htmlOf(state)).toContain('2 buffers');
  });

  it('shows ten views and offers the others', () => {
    const views = Array.from({ length: 14 }, (_, id) => viewState(id, 'Uint8Array', 0, 4));
    const crowded = htmlOf(memoryOf([bufferState([1, 2, 3, 4])], views));
    expect(labelsOf(crowded, 'rowheader')).toHaveLength(10);
    expect(crowded).toContain('Show 4 more views');
  });

  it('hides the half of a cut call that carries no text', () => {
    const state = memoryOf(
      [bufferState(new Uint8Array(16))],
      [viewState(0, 'DataView', 0, 16)],
      [callOf(0, 'get', 'Uint32Array', 6)],
    );
    const cut = htmlOf(state);
    expect(cut.match(/class="brk get[^"]*cut-r"/g)).toHaveLength(1);
    expect(cut.match(/class="brk get[^"]*cut-l" aria-hidden="true"/g)).toHaveLength(1);
  });
});
