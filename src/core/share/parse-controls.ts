/**
 * The controls of a program out of a link: a stranger's JSON, taken over field by field. What a snippet may declare
 * (build/snippet-meta.ts) passes, and nothing else does.
 */
import type { Control, ControlLabel } from '../controls/control';
import { MAX_CONTROL_FILE_BYTES, MAX_CONTROLS, MAX_NAME_CHARACTERS, MAX_OPTIONS } from './limits';
import { wrongField } from './problem';

type Fields = Readonly<Record<string, unknown>>;

const KINDS = ['range', 'toggle', 'select', 'button', 'file'] as const;

/** `controls.on` is how a program listens. */
const NAME = /^(?!on$|__proto__$)[A-Za-z_$][\w$]*$/;
const LABEL_LANGUAGES = ['en', 'ko'];

/** @throws Unreadable where anything is not as it has to be */
export function parseControls(json: string): readonly Control[] {
  const controls = list(parseJson(json), 'controls', MAX_CONTROLS).map((value, index) =>
    parseControl(value, `controls[${index}]`),
  );
  const names = new Set<string>();
  for (const [index, { name }] of controls.entries()) {
    if (names.has(name)) throw wrongField(`controls[${index}].name`, name, { kind: 'once' });
    names.add(name);
  }
  return controls;
}

export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw wrongField('controls', json, { kind: 'list' });
  }
}

function parseControl(value: unknown, at: string): Control {
  const fields = record(value, at);
  const kind = oneOf(fields['kind'], `${at}.kind`, KINDS);
  const named = {
    name: jsName(fields['name'], `${at}.name`),
    ...optional(fields, 'label', `${at}.label`, label),
  };
  switch (kind) {
    case 'range': {
      only(fields, at, ['min', 'max', 'step', 'value', 'unit', 'histogram']);
      const min = number(fields['min'], `${at}.min`);
      const max = number(fields['max'], `${at}.max`, min);
      return {
        kind,
        ...named,
        min,
        max,
        ...optional(fields, 'step', `${at}.step`, (each, path) =>
          number(each, path, Number.MIN_VALUE),
        ),
        value: number(fields['value'], `${at}.value`, min, max),
        ...optional(fields, 'unit', `${at}.unit`, label),
        ...optional(fields, 'histogram', `${at}.histogram`, flag),
      };
    }
    case 'toggle':
      only(fields, at, ['value']);
      return { kind, ...named, value: flag(fields['value'], `${at}.value`) };
    case 'select': {
      only(fields, at, ['options', 'value']);
      const options = list(fields['options'], `${at}.options`, MAX_OPTIONS).map((each, index) =>
        parseOption(each, `${at}.options[${index}]`),
      );
      const values = options.map((option) => option.value);
      return { kind, ...named, options, value: oneOf(fields['value'], `${at}.value`, values) };
    }
    case 'button':
      only(fields, at, []);
      return { kind, ...named };
    case 'file':
      only(fields, at, ['accept', 'maxBytes', 'file']);
      return {
        kind,
        ...named,
        ...optional(fields, 'accept', `${at}.accept`, text),
        ...optional(fields, 'maxBytes', `${at}.maxBytes`, (each, path) =>
          number(each, path, 1, MAX_CONTROL_FILE_BYTES),
        ),
        ...optional(fields, 'file', `${at}.file`, mediaName),
      };
  }
}

function parseOption(value: unknown, at: string) {
  const fields = record(value, at);
  for (const key of Object.keys(fields)) {
    if (key !== 'value' && key !== 'label') throw wrongField(`${at}.${key}`, fields[key], NOTHING);
  }
  return {
    value: text(fields['value'], `${at}.value`),
    ...optional(fields, 'label', `${at}.label`, label),
  };
}

const NOTHING = { kind: 'nothing' } as const;

function only(fields: Fields, at: string, allowed: readonly string[]): void {
  for (const key of Object.keys(fields)) {
    if (!['kind', 'name', 'label', ...allowed].includes(key))
      throw wrongField(`${at}.${key}`, fields[key], NOTHING);
  }
}

/** Nothing where the field is missing: a field is never there and undefined. */
function optional<K extends string, T>(
  fields: Fields,
  key: K,
  at: string,
  parse: (value: unknown, at: string) => T,
): { [P in K]?: T } {
  const value = fields[key];
  return value === undefined ? {} : ({ [key]: parse(value, at) } as { [P in K]?: T });
}

function record(value: unknown, at: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrongField(at, value, { kind: 'record' });
  return value as Fields;
}

function list(value: unknown, at: string, most: number): readonly unknown[] {
  if (!Array.isArray(value)) throw wrongField(at, value, { kind: 'list' });
  if (value.length > most)
    throw wrongField(at, value.length, { kind: 'at most', most, unit: 'items' });
  return value;
}

function text(value: unknown, at: string): string {
  if (typeof value !== 'string') throw wrongField(at, value, { kind: 'text' });
  if (value.length > MAX_NAME_CHARACTERS)
    throw wrongField(at, value, { kind: 'at most', most: MAX_NAME_CHARACTERS, unit: 'characters' });
  return value;
}

function jsName(value: unknown, at: string): string {
  const name = text(value, at);
  if (!NAME.test(name)) throw wrongField(at, name, { kind: 'name' });
  return name;
}

/** One of the site's media: a name, not a path. */
function mediaName(value: unknown, at: string): string {
  const name = text(value, at);
  if (!/^[\w-]+\.[a-z0-9]+$/.test(name)) throw wrongField(at, name, { kind: 'file name' });
  return name;
}

function label(value: unknown, at: string): ControlLabel {
  if (typeof value === 'string') return text(value, at);
  const texts = record(value, at);
  return Object.fromEntries(
    Object.entries(texts).map(([language, each]) => {
      oneOf(language, at, LABEL_LANGUAGES);
      return [language, text(each, `${at}.${language}`)];
    }),
  );
}

function flag(value: unknown, at: string): boolean {
  if (typeof value !== 'boolean') throw wrongField(at, value, { kind: 'flag' });
  return value;
}

function number(
  value: unknown,
  at: string,
  least = -Number.MAX_VALUE,
  most = Number.MAX_VALUE,
): number {
  if (typeof value !== 'number' || !(value >= least && value <= most))
    throw wrongField(at, value, { kind: 'within', least, most });
  return value;
}

function oneOf<T extends string>(value: unknown, at: string, values: readonly T[]): T {
  const found = values.find((each) => each === value);
  if (found === undefined) throw wrongField(at, value, { kind: 'one of', values });
  return found;
}
