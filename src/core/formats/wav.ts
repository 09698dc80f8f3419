/**
 * Reads WAV: the chunks of a RIFF file, lists opened. Numbers are little-endian, and an odd chunk has a byte of padding.
 *
 * @see Multimedia Programming Interface and Data Specifications 1.0 (RIFF, WAVE)
 */
import { Findings, MAX_DEPTH, type FormatElement, type FormatTree } from './element';
import {
  asciiOf,
  fieldsAt,
  layout,
  layoutBytes,
  need,
  numberAt,
  part,
  report,
  type Layout,
} from './parts';
import type { ByteRange } from '../bytes/ranges';
import type { Held, Reading } from './reading';

const CHUNKS: ReadonlyMap<string, Layout> = new Map(
  Object.entries({
    'fmt ':
      'format u16, channels u16, sampleRate u32, byteRate u32, blockAlign u16, bitsPerSample u16, extraBytes u16, validBits u16, channelMask u32, subFormat u16',
    fact: 'samples u32',
    'cue ': 'points u32',
    smpl: 'manufacturer u32, product u32, samplePeriod u32, unityNote u32, pitchFraction u32, smpteFormat u32, smpteOffset u32, loops u32, samplerData u32',
    bext: 'description text256, originator text32, reference text32, date text10, time text8',
  }).map(([type, fields]) => [type, layout(fields)]),
);
const LISTS: ReadonlySet<string> = new Set(['RIFF', 'LIST']);
const FORM = layout('form text4');
const TEXT_BYTES = 256;

export function* wavReading(held: Held): Reading<FormatTree<'wav'>> {
  const findings = new Findings();
  const file = { start: 0, end: held.byteLength };
  const elements = yield* chunks(held, file, findings, null, 0);
  const first = elements[0];
  const form = first?.value?.kind === 'fields' ? first.value.value[0]?.value : undefined;
  if (first?.name !== 'RIFF' || form !== 'WAVE') {
    const found = first === undefined ? 'nothing' : `${first.name} of ${String(form ?? 'no form')}`;
    report(findings, 0, 'not-this-format', null, found, 'RIFF of WAVE');
  } else
    for (const wanted of ['fmt ', 'data'])
      if (!first.children.some(({ name }) => name === wanted))
        report(findings, 0, 'bad-value', 'RIFF', `no chunk “${wanted}”`, 'one');
  return { format: 'wav', elements, problems: findings.problems };
}

function* chunks(
  held: Held,
  range: ByteRange,
  findings: Findings,
  within: string | null,
  depth: number,
): Reading<FormatElement[]> {
  const elements: FormatElement[] = [];
  let at = range.start;
  while (at < range.end && !findings.isFull) {
    yield* need(held, at, at + 8);
    if (at + 8 > range.end) {
      report(findings, at, 'truncated', within, `${range.end - at} bytes`, 'a chunk of 8 or more');
      break;
    }
    if (!findings.count(at, within)) break;
    const id = asciiOf(held.slice({ start: at, end: at + 4 }));
    const size = numberAt(held, { start: at + 4, end: at + 8 }, true);
    const data = { start: at + 8, end: Math.min(range.end, at + 8 + size) };
    const missing = Math.max(0, at + 8 + size - held.byteLength);
    if (at + 8 + size > range.end) {
      const code = range.end === held.byteLength ? 'truncated' : 'too-long';
      report(findings, at, code, id, `${size} bytes`, `at most ${range.end - at - 8}`);
    }
    const isList = LISTS.has(id);
    const fields = isList ? FORM : (CHUNKS.get(id) ?? []);
    const isText = within === 'LIST';
    const looked = isText ? TEXT_BYTES : layoutBytes(fields);
    yield* need(held, at, Math.min(data.end, data.start + looked));
    const found = fieldsAt(held, data, fields, true);
    if (isText && data.end > data.start) {
      const text = { start: data.start, end: Math.min(data.end, data.start + TEXT_BYTES) };
      found.push({ name: 'text', value: asciiOf(held.slice(text)), range: text });
    }
    let children: FormatElement[] = [];
    if (isList && depth >= MAX_DEPTH)
      report(findings, at, 'too-deep', id, `${depth + 1} levels`, `at most ${MAX_DEPTH}`);
    else if (isList && data.start + 4 < data.end) {
      const inner = { start: data.start + 4, end: data.end };
      // Only an INFO list is of texts.
      const name = found[0]?.value === 'INFO' ? 'LIST' : id === 'RIFF' ? 'RIFF' : 'list';
      children = yield* chunks(held, inner, findings, name, depth + 1);
    }
    // The byte of padding belongs to the chunk before it.
    const end = Math.min(range.end, data.end + (size % 2));
    const ids = { start: at, end: at + 4 };
    const sizes = { start: at + 4, end: at + 8 };
    elements.push(
      part(
        id,
        { start: at, end },
        { id: ids, size: sizes, data, fields: found, children, missing },
      ),
    );
    at = end;
  }
  return elements;
}
