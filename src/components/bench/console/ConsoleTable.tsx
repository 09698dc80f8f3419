/** console.table: rows by index or key, columns by the properties met, plain values in a last column. */
import type { Preview } from '../../../core/trace/console-entry';
import type { ConsoleText } from '../../../i18n/console';
import { previewText } from './preview-text';

interface Row {
  readonly index: string;
  readonly cells: ReadonlyMap<string, string>;
  readonly value: string | null;
}

/** The rows of a preview, or null when it has none and is printed as a value. */
export function tableRows(preview: Preview): { columns: string[]; rows: Row[] } | null {
  const source = entriesOf(preview);
  if (source === null) return null;
  const columns: string[] = [];
  const rows = source.map(([index, value]): Row => {
    const inner = value === null ? null : entriesOf(value);
    if (value === null || inner === null) {
      return { index, cells: new Map(), value: value === null ? '' : previewText(value, true) };
    }
    const cells = new Map<string, string>();
    for (const [key, cell] of inner) {
      if (!columns.includes(key)) columns.push(key);
      cells.set(key, cell === null ? '' : previewText(cell, true));
    }
    return { index, cells, value: null };
  });
  return { columns, rows };
}

function entriesOf(preview: Preview): [string, Preview | null][] | null {
  switch (preview.kind) {
    case 'object':
      return preview.entries.map(({ key, value }) => [key, value]);
    case 'list':
      return preview.items.map((item, index) => [String(index), item]);
    case 'typed-array':
      return preview.items.map((text, index) => [
        String(index),
        { kind: 'primitive', type: 'number', text },
      ]);
    default:
      return null;
  }
}

export function ConsoleTable({ preview, text }: { preview: Preview; text: ConsoleText }) {
  const table = tableRows(preview);
  if (table === null) return <span>{previewText(preview)}</span>;
  const { columns, rows } = table;
  const hasValues = rows.some((row) => row.value !== null);
  return (
    <span className="console-table" role="group" tabIndex={0} aria-label="console.table">
      <table>
        <thead>
          <tr>
            <th scope="col">{text.indexColumn}</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
            {hasValues && <th scope="col">{text.valueColumn}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.index}>
              <th scope="row">{row.index}</th>
              {columns.map((column) => (
                <td key={column}>{row.cells.get(column) ?? ''}</td>
              ))}
              {hasValues && <td>{row.value ?? ''}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </span>
  );
}
