/** Format specifiers of the Console Standard (§2.2): %s %d %i %f %o %O %c and %%. A style (%c) is dropped. */
import type { Preview } from '../../core/trace/console-entry';
import { constructorName } from '../objects';
import {
  getOwnPropertyDescriptor,
  push,
  stringIndexOf,
  stringSlice,
  toFloat,
  toInteger,
  toNumber,
} from '../primordials';
import type { Previewer } from './preview';
import { primitiveText } from './text';

/** The arguments of one call as previews; the first argument's specifiers take the next ones. */
export function formatArguments(args: readonly unknown[], previewer: Previewer): Preview[] {
  const values: Preview[] = [];
  let next = 0;
  const first = args[0];
  if (typeof first === 'string' && args.length > 1 && stringIndexOf(first, '%') >= 0) {
    next = formatInto(values, first, args, previewer);
  }
  for (; next < args.length; next++) push(values, previewer.preview(args[next]));
  return values;
}

/** @returns the index of the first argument that no specifier took */
function formatInto(
  values: Preview[],
  template: string,
  args: readonly unknown[],
  previewer: Previewer,
): number {
  let next = 1;
  let text = '';
  let position = 0;
  const flush = (): void => {
    if (text !== '') push(values, previewer.preview(text));
    text = '';
  };
  while (position < template.length) {
    const percent = stringIndexOf(template, '%', position);
    if (percent < 0 || percent === template.length - 1) break;
    const specifier = template[percent + 1];
    text += stringSlice(template, position, percent);
    position = percent + 2;
    if (specifier === '%') {
      text += '%';
    } else if (!isSpecifier(specifier) || next >= args.length) {
      text += `%${specifier ?? ''}`;
    } else if (specifier === 'o' || specifier === 'O') {
      // Entries are shown with a space between them, so the template's own is taken away.
      if (text[text.length - 1] === ' ') text = stringSlice(text, 0, -1);
      flush();
      push(values, previewer.preview(args[next++]));
      if (template[position] === ' ') position++;
    } else {
      text += textFor(specifier, args[next++]);
    }
  }
  text += stringSlice(template, position);
  flush();
  return next;
}

type Specifier = 's' | 'd' | 'i' | 'f' | 'c' | 'o' | 'O';

function isSpecifier(letter: string | undefined): letter is Specifier {
  return (
    letter === 's' ||
    letter === 'd' ||
    letter === 'i' ||
    letter === 'f' ||
    letter === 'c' ||
    letter === 'o' ||
    letter === 'O'
  );
}

function textFor(specifier: Specifier, value: unknown): string {
  if (specifier === 'c') return '';
  if (specifier === 's') return shortText(value);
  if (typeof value === 'symbol' || isObject(value)) return 'NaN';
  if (typeof value === 'bigint') return specifier === 'f' ? `${toNumber(value)}` : `${value}n`;
  const text = primitiveText(value);
  if (specifier === 'i') return primitiveText(toInteger(text, 10));
  return primitiveText(specifier === 'f' ? toFloat(text) : toNumber(value));
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** A value in a few words, for labels and %s: primitives as they are, objects by their constructor's name. */
export function shortText(value: unknown): string {
  if (!isObject(value)) return primitiveText(value);
  if (typeof value === 'function') {
    const name: unknown = getOwnPropertyDescriptor(value, 'name')?.value;
    return `function ${typeof name === 'string' ? name : ''}`;
  }
  return constructorName(value) ?? 'Object';
}
