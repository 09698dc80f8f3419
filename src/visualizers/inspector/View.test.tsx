import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { pngFile } from '../../core/formats/files.fixture';
import { pngReading } from '../../core/formats/png';
import { finish, Held } from '../../core/formats/reading';
import '../../i18n/ko';
import type { Locale } from '../../i18n/locale';
import { wholeBytes } from '../media-file/file-bytes';
import { InspectorView } from './View';

const nothing = () => undefined;

function draw(bytes: Uint8Array, locale: Locale): string {
  const reading = pngReading(new Held(bytes.length, bytes));
  return renderToStaticMarkup(
    <InspectorView
      bytes={wholeBytes(bytes)}
      tree={finish(reading, ({ start, end }) => bytes.subarray(start, end))}
      treeSaid=""
      locale={locale}
      search={{ kind: 'idle' }}
      notes={[{ id: '1', start: 0, end: 8, name: 'the signature', colour: 'green' }]}
      notesSaid=""
      makeId={() => 'id'}
      onSearch={nothing}
      onCancelSearch={nothing}
      onCopy={() => Promise.resolve(true)}
      onWanted={nothing}
      onNotes={nothing}
      onSaveNotes={nothing}
      onOpenNotes={nothing}
    />,
  ).replace(/<[^>]*>/g, ' ');
}

test('structure, values and notes are there before the bytes are drawn', () => {
  const drawn = draw(pngFile(), 'en');
  expect(drawn).toMatch(/PNG.*, 4/);
  expect(drawn).toMatch(/IHDR.*2 × 2/);
  expect(drawn).toMatch(/Uint32\s+1196314761\s+2303741511/);
  expect(drawn).toContain('0x0 to 0x7, 8 bytes');
});

test('what is wrong with a file is said with its offset, in Korean too', () => {
  const cut = pngFile().subarray(0, 45);
  expect(draw(cut, 'en')).toContain('1 problem');
  expect(draw(cut, 'en')).toMatch(/Offset 33 \(0x21\).*IDAT: It is cut off/);
  expect(draw(cut, 'ko')).toMatch(/오프셋 33 \(0x21\), IDAT 안: 잘렸습니다/);
});
