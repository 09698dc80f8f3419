/**
 * A preview as one line of text: what a console row shows before it is opened. Pure, so that tests and lesson prose
 * (`<Output>`) print exactly what the reader sees in the console.
 */
import type { ConsoleEntry, Preview } from '../../../core/trace/console-entry';

/** How much of a nested value one line shows. */
const INLINE_ITEMS = 8;
const KEY = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** The text of one console argument; strings at the top level stand without quotes. */
export function previewText(preview: Preview, nested = false): string {
  switch (preview.kind) {
    case 'primitive':
      return preview.type === 'bigint' && !preview.text.endsWith('n')
        ? `${preview.text}n`
        : preview.text;
    case 'string':
      return nested ? quote(preview.text) : preview.text;
    case 'function':
      return preview.isClass ? `class ${preview.name}` : `ƒ ${preview.name}()`;
    case 'object':
      return objectText(preview);
    case 'list':
      return listText(preview);
    case 'accessor':
      return preview.get && preview.set ? '(get, set)' : preview.get ? '(get)' : '(set)';
    case 'proxy':
      return 'Proxy';
    case 'circular':
      return '(circular)';
    case 'elided':
      return preview.name;
    case 'error':
      return preview.message === '' ? preview.name : `${preview.name}: ${preview.message}`;
    case 'typed-array':
      return preview.detached
        ? `${preview.type}(0) (detached)`
        : `${preview.type}(${preview.length}) ${bracket(preview.items.slice(0, INLINE_ITEMS), preview.length)}`;
    case 'data-view':
      return `DataView(${preview.byteLength})${preview.detached ? ' (detached)' : ''}`;
    case 'array-buffer':
      return `${preview.shared ? 'SharedArrayBuffer' : 'ArrayBuffer'}(${preview.byteLength})${preview.detached ? ' (detached)' : ''}`;
    case 'blob':
      return preview.file === null
        ? `Blob(${preview.size}) ${quote(preview.type)}`
        : `File(${preview.size}) ${quote(preview.file)} ${quote(preview.type)}`;
  }
}

/** The text of a whole call: its arguments with a space between, as every console prints them. */
export function entryText(entry: ConsoleEntry): string {
  return entry.values.map((value) => previewText(value)).join(' ');
}

const quote = (text: string) => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;

const bracket = (shown: readonly string[], total: number) =>
  `[${[...shown, ...(total > shown.length ? ['…'] : [])].join(', ')}]`;

function objectText(preview: Extract<Preview, { kind: 'object' }>): string {
  const shown = preview.entries
    .slice(0, INLINE_ITEMS)
    .map(({ key, value }) => `${KEY.test(key) ? key : quote(key)}: ${previewText(value, true)}`);
  const more = preview.entries.length > shown.length || preview.omitted > 0 ? ['…'] : [];
  const body = [...shown, ...more].join(', ');
  const name = preview.name === 'Object' ? '' : `${preview.name ?? '[no prototype]'} `;
  return body === '' ? `${name}{}` : `${name}{ ${body} }`;
}

function listText(preview: Extract<Preview, { kind: 'list' }>): string {
  const isMap = preview.name === 'Map';
  const shown: string[] = [];
  for (const item of preview.items.slice(0, INLINE_ITEMS)) {
    if (item === null) shown.push('empty');
    else if (isMap && item.kind === 'list') {
      const [key, value] = item.items;
      shown.push(
        `${key ? previewText(key, true) : ''} => ${value ? previewText(value, true) : ''}`,
      );
    } else shown.push(previewText(item, true));
  }
  const name = preview.name === 'Array' ? '' : `${preview.name}(${preview.length}) `;
  return `${name}${bracket(shown, preview.length)}`;
}
