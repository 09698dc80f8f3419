/**
 * Reads GIF by its declaration (`declared/gif.ksy`): header, colour tables, and the blocks with their sub-blocks.
 *
 * @see GIF89a Specification
 */
import declareGif from './declared/gif.generated';
import {
  declare,
  declaredReading,
  type Declared,
  type DeclaredType,
  type Words,
} from './declared/declared';
import { Findings, type FormatElement, type FormatTree } from './element';
import { need, part, report, shownBytes, TRAILING } from './parts';
import type { Held, Reading } from './reading';

const gif = declare(declareGif);
const ColorTable = gif['ColorTable'] as DeclaredType;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const EXTENSIONS: Readonly<Record<number, string>> = {
  0xf9: 'graphic control',
  0xfe: 'comment',
  0xff: 'application',
  0x01: 'plain text',
};

const words: Words = {
  nameOf(list, object) {
    if (list === 'blocks') return blockName(object);
    if (list === 'header') return 'header';
    if (list === 'logicalScreenDescriptor') return 'screen descriptor';
    return list === 'globalColorTable' ? 'global colour table' : 'sub-block';
  },
  brief: (object) =>
    object['colors'] instanceof Uint8Array && object instanceof ColorTable
      ? `${object['colors'].length / 3} colours`
      : null,
};

function blockName(object: Declared): string {
  switch (object['label']) {
    case EXTENSION: {
      const label = (object['content'] as Declared | undefined)?.['extensionLabel'];
      return `${EXTENSIONS[Number(label)] ?? 'unknown'} extension`;
    }
    case IMAGE:
      return 'image';
    case TRAILER:
      return 'trailer';
    default:
      return 'unknown block';
  }
}

export function* gifReading(held: Held): Reading<FormatTree<'gif'>> {
  const findings = new Findings();
  const file = { start: 0, end: held.byteLength };
  yield* need(held, 0, 6);
  const signature = held.slice({ start: 0, end: 6 });
  if (shownBytes(signature.subarray(0, 3)) !== '47 49 46') {
    report(
      findings,
      0,
      'not-this-format',
      null,
      shownBytes(signature),
      '47 49 46, then 38 37 61 or 38 39 61',
    );
    return { format: 'gif', elements: [], problems: findings.problems };
  }
  const read = yield* declaredReading(held, file, gif, gif, findings, words);
  const elements: FormatElement[] = [...read.members()];
  const last = elements.at(-1);
  const end = last?.range.end ?? 0;
  for (const { name, range } of elements)
    if (name === 'unknown block')
      report(
        findings,
        range.start,
        'bad-id',
        null,
        `a block ${String(held.at(range.start) ?? '')}`,
        '21, 2C or 3B',
      );
  if (!read.failed && last?.name !== 'trailer')
    report(findings, file.end, 'truncated', null, 'the end', 'a trailer (3B)');
  if (end < file.end && last?.name === 'trailer')
    elements.push(part(TRAILING, { start: end, end: file.end }));
  return { format: 'gif', elements, problems: findings.problems };
}
