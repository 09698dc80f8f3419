/**
 * The record of a shared program as bytes, version 1. Numbers and texts are those of byte-fields.ts.
 *
 *     flags            which fields follow, and the settings that are one bit (FLAGS)
 *     from             where it began as an example                                  FROM
 *     fileName source  always
 *     html             its own page                                                  HTML
 *     fileName source  of the server half                                            SERVER
 *     controls         JSON                                                          CONTROLS
 *     count            then control, name, type and bytes of each file               FILES
 *     step             counted from 1                                                STEP
 *     buffer offset    the chosen byte                                               MEMORY
 *     six numbers      of the link to the lab                                        CONDITIONS
 *
 * A flag that this version does not know stands for a field that it could not find its way over: the link is newer.
 */
import { CLEAR_LINK, type LinkConditions } from '../trace/net-log';
import { FieldReader, FieldWriter } from './byte-fields';
import {
  MAX_BUFFER,
  MAX_NAME_CHARACTERS,
  MAX_OFFSET,
  MAX_SHARED_FILES,
  MAX_SHARED_FILES_BYTES,
  MAX_STEP,
} from './limits';
import { parseControls } from './parse-controls';
import { Unreadable, wrongField } from './problem';
import { PLAIN_VIEW, type Shared, type SharedFile, type SharedView } from './shared';

/** Bits of the first number. The first seven make one byte, so they are the usual ones. */
const FLAGS = {
  FROM: 1 << 0,
  STEP: 1 << 1,
  MEMORY: 1 << 2,
  PAGE_REALM: 1 << 3,
  HTML: 1 << 4,
  CONTROLS: 1 << 5,
  KOREAN: 1 << 6,
  SCRIPT_GOAL: 1 << 7,
  LAB_SERVER: 1 << 8,
  LAB_PAGE: 1 << 9,
  SERVER: 1 << 10,
  FILES: 1 << 11,
  DEC: 1 << 12,
  BIN: 1 << 13,
  CONDITIONS: 1 << 14,
} as const;
const KNOWN_FLAGS = Object.values(FLAGS).reduce((sum, bit) => sum | bit, 0);

/** `views/create`, `views/exercises/window`. */
const FROM = /^[a-z0-9-]+(?:\/[a-z0-9-]+){1,2}$/;
/** Neither a path, nor what cannot be seen or turns the direction of writing round. */
const FILE_NAME = /^[^\p{C}/\\]+$/u;
const MEDIA_TYPE = /^(?:[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:;[ \w!#$&^.+=",-]*)?)?$/;

const isShort = (text: string): boolean => text.length <= MAX_NAME_CHARACTERS;
/** Whether a file of this name can go along. */
export const isFileName = (name: string): boolean => isShort(name) && FILE_NAME.test(name);
export const isMediaType = (type: string): boolean => isShort(type) && MEDIA_TYPE.test(type);

/** How far the numbers of a link to the lab go, in the order in which they are written. */
const CONDITION_LIMITS = [
  ['latencyMs', 0, 10_000],
  ['bytesPerSecond', 1, 1e9],
  ['chunkBytes', 1, 16 * 1024 * 1024],
  ['dropAfter', 1, 10_000],
] as const;

export function writeRecord({ program, files, view, language }: Shared): Uint8Array {
  const { from, html, serverHalf, controls, lab } = program;
  const { step, memory, base, conditions } = view;
  const has = (flag: keyof typeof FLAGS, is: boolean) => (is ? FLAGS[flag] : 0);
  const out = new FieldWriter();
  out.number(
    has('FROM', from !== null) |
      has('STEP', step !== null) |
      has('MEMORY', memory !== null) |
      has('PAGE_REALM', program.realm === 'page') |
      has('HTML', html !== null) |
      has('CONTROLS', controls.length > 0) |
      has('KOREAN', language === 'ko') |
      has('SCRIPT_GOAL', program.goal === 'script') |
      has('LAB_SERVER', lab === 'server') |
      has('LAB_PAGE', lab === 'page') |
      has('SERVER', serverHalf !== null) |
      has('FILES', files.length > 0) |
      has('DEC', base === 'dec') |
      has('BIN', base === 'bin') |
      has('CONDITIONS', conditions !== null),
  );
  if (from !== null) out.text(from);
  out.text(program.fileName);
  out.text(program.source);
  if (html !== null) out.text(html);
  if (serverHalf !== null) {
    out.text(serverHalf.fileName);
    out.text(serverHalf.source);
  }
  if (controls.length > 0) out.text(JSON.stringify(controls));
  if (files.length > 0) {
    out.number(files.length);
    for (const file of files) {
      out.text(file.control);
      out.text(file.name);
      out.text(file.type);
      out.bytes(file.bytes);
    }
  }
  if (step !== null) out.number(step);
  if (memory !== null) {
    out.number(memory.buffer);
    out.number(memory.offset);
  }
  if (conditions !== null) {
    // Zero is null, but of latency, which is never null.
    for (const [key] of CONDITION_LIMITS) out.number(conditions[key] ?? 0);
    out.number(Number(conditions.duplicate));
    out.number(Number(conditions.reorder));
  }
  return out.done();
}

/** @throws Unreadable where the bytes are no record of this version */
export function readRecord(bytes: Uint8Array): Shared {
  const read = new FieldReader(bytes);
  const flags = read.number();
  if (flags > KNOWN_FLAGS) throw new Unreadable({ kind: 'newer' });
  const has = (flag: keyof typeof FLAGS) => (flags & FLAGS[flag]) !== 0;

  const from = has('FROM') ? matching(read.text(), 'from', FROM, 'name') : null;
  const fileName = parseFileName(read.text(), 'fileName');
  const source = read.text();
  const html = has('HTML') ? read.text() : null;
  const serverHalf = has('SERVER')
    ? { fileName: parseFileName(read.text(), 'serverHalf.fileName'), source: read.text() }
    : null;
  const controls = has('CONTROLS') ? parseControls(read.text()) : [];
  const files = has('FILES') ? readFiles(read) : [];
  const step = has('STEP') ? within(read.number(), 'step', 1, MAX_STEP) : null;
  const memory = has('MEMORY')
    ? {
        buffer: within(read.number(), 'memory.buffer', 0, MAX_BUFFER),
        offset: within(read.number(), 'memory.offset', 0, MAX_OFFSET),
      }
    : null;
  const conditions = has('CONDITIONS') ? readConditions(read) : null;
  read.end();

  const lab = has('LAB_PAGE') ? 'page' : has('LAB_SERVER') ? 'server' : null;
  if (has('LAB_PAGE') && has('LAB_SERVER'))
    throw wrongField('lab', 'page, server', { kind: 'one of', values: ['page', 'server'] });
  if (serverHalf !== null && lab !== 'page')
    throw wrongField('lab', lab, { kind: 'one of', values: ['page'] });
  if (has('DEC') && has('BIN'))
    throw wrongField('base', 'dec, bin', { kind: 'one of', values: ['dec', 'bin'] });
  return {
    program: {
      fileName,
      source,
      realm: has('PAGE_REALM') ? 'page' : 'worker',
      goal: has('SCRIPT_GOAL') ? 'script' : 'module',
      html,
      controls,
      lab,
      serverHalf,
      from,
    },
    files,
    view: {
      ...PLAIN_VIEW,
      step,
      memory,
      base: has('DEC') ? 'dec' : has('BIN') ? 'bin' : 'hex',
      conditions,
    } satisfies SharedView,
    language: has('KOREAN') ? 'ko' : 'en',
  };
}

function readFiles(read: FieldReader): readonly SharedFile[] {
  const count = within(read.number(), 'files', 1, MAX_SHARED_FILES);
  const files: SharedFile[] = [];
  let total = 0;
  for (let index = 0; index < count; index++) {
    const at = `files[${index}]`;
    const control = atMost(read.text(), `${at}.control`);
    if (files.some((each) => each.control === control))
      throw wrongField(`${at}.control`, control, { kind: 'once' });
    const name = parseFileName(read.text(), `${at}.name`);
    const type = matching(
      atMost(read.text(), `${at}.type`),
      `${at}.type`,
      MEDIA_TYPE,
      'media type',
    );
    const bytes = read.bytes();
    total += bytes.length;
    if (total > MAX_SHARED_FILES_BYTES)
      throw wrongField('files', total, { kind: 'bytes at most', most: MAX_SHARED_FILES_BYTES });
    files.push({ control, name, type, bytes });
  }
  return files;
}

function readConditions(read: FieldReader): LinkConditions {
  const numbers = CONDITION_LIMITS.map(([key, least, most]) => {
    const value = read.number();
    const isNull = value === 0 && least > 0;
    return [key, isNull ? null : within(value, `conditions.${key}`, least, most)] as const;
  });
  const flag = (key: string) => within(read.number(), `conditions.${key}`, 0, 1) === 1;
  return {
    ...CLEAR_LINK,
    ...Object.fromEntries(numbers),
    duplicate: flag('duplicate'),
    reorder: flag('reorder'),
  };
}

function within(value: number, field: string, least: number, most: number): number {
  if (value < least || value > most)
    throw wrongField(field, value, { kind: 'within', least, most });
  return value;
}

function atMost(text: string, field: string): string {
  if (!isShort(text))
    throw wrongField(field, text, {
      kind: 'at most',
      most: MAX_NAME_CHARACTERS,
      unit: 'characters',
    });
  return text;
}

function matching(
  text: string,
  field: string,
  pattern: RegExp,
  kind: 'name' | 'media type' | 'file name',
): string {
  if (!pattern.test(atMost(text, field))) throw wrongField(field, text, { kind });
  return text;
}

const parseFileName = (text: string, field: string): string =>
  matching(text, field, FILE_NAME, 'file name');
