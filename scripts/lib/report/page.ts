/** The report as data, and as Markdown and HTML. Every part says when it was measured and how busy the machine was. */

export interface Row {
  readonly cells: readonly string[];
  /** What the row is held to, and misses; empty when it meets every bar; null where it has none. */
  readonly missed: readonly string[] | null;
}

export interface Part {
  readonly name: string;
  /** What is measured, and the bars. */
  readonly about: string;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  /** Why the part, or the rest of it, could not be measured. */
  readonly failure: string | null;
  readonly measuredAt: Date;
  readonly seconds: number;
  /** The load of the machine when the part began. */
  readonly load: number;
}

export interface Report {
  /** Facts of this report: `commit`, `machine` … */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly parts: readonly Part[];
}

export interface Tally {
  readonly met: number;
  readonly missed: number;
}

export function tally({ rows }: Part): Tally {
  return {
    met: rows.filter(({ missed }) => missed?.length === 0).length,
    missed: rows.filter(({ missed }) => missed !== null && missed.length > 0).length,
  };
}

function verdict({ missed }: Row): string {
  if (missed === null) return '';
  return missed.length === 0 ? 'met' : `missed: ${missed.join(', ')}`;
}

/** `all 12 bars met`, `2 of 12 bars missed`, `failed: …` */
export function summary(part: Part): string {
  const { met, missed } = tally(part);
  const of = met + missed;
  const bars = missed === 0 ? `all ${of} bars met` : `${missed} of ${of} bars missed`;
  if (part.failure === null) return bars;
  return of === 0 ? `failed: ${part.failure}` : `${bars}; failed: ${part.failure}`;
}

function when({ measuredAt, seconds, load }: Part): string {
  const at = measuredAt.toISOString().replace(/\.\d+Z$/, 'Z');
  return `Measured ${at} in ${seconds.toFixed(0)} s, at a load of ${load.toFixed(1)}.`;
}

const inCell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inCell).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

const tableOf = ({ header, rows }: Part) => ({
  header: [...header, 'bar'],
  rows: rows.map((row) => [...row.cells, verdict(row)]),
});

export function toMarkdown({ facts, parts }: Report): string {
  const blocks = [
    '# Where Bytescope stands',
    facts.map(([name, value]) => `- ${name}: ${value}`).join('\n'),
    parts.map((part) => `- **${part.name}**: ${summary(part)}`).join('\n'),
  ];
  for (const part of parts) {
    const { header, rows } = tableOf(part);
    blocks.push(`## ${part.name}`, part.about, when(part));
    if (rows.length > 0) blocks.push(markdownTable(header, rows));
    if (part.failure !== null) blocks.push(`**Failed:** ${part.failure}`);
  }
  return `${blocks.join('\n\n')}\n`;
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 76rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
td, th { border: 1px solid #8886; padding: .2rem .6rem; text-align: left; vertical-align: top; }
.missed td:last-child { font-weight: bold; }
`;

export function toHtml({ facts, parts }: Report): string {
  const cells = (tag: string, texts: readonly string[]) =>
    texts.map((text) => `<${tag}>${escape(text)}</${tag}>`).join('');
  const sections = parts.map((part) => {
    const { header, rows } = tableOf(part);
    const body = rows.map((row, at) => {
      const isMissed = (part.rows[at]?.missed?.length ?? 0) > 0;
      return `<tr${isMissed ? ' class="missed"' : ''}>${cells('td', row)}</tr>`;
    });
    return [
      `<h2>${escape(part.name)}</h2><p>${escape(part.about)}</p><p>${escape(when(part))}</p>`,
      rows.length > 0
        ? `<table><thead><tr>${cells('th', header)}</tr></thead><tbody>${body.join('\n')}</tbody></table>`
        : '',
      part.failure === null ? '' : `<p><strong>Failed:</strong> ${escape(part.failure)}</p>`,
    ].join('\n');
  });
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Where Bytescope stands</title>',
    `<meta name="viewport" content="width=device-width"><style>${STYLE}</style>`,
    '<h1>Where Bytescope stands</h1>',
    `<ul>${facts.map(([name, value]) => `<li>${escape(name)}: ${escape(value)}</li>`).join('')}</ul>`,
    `<ul>${parts.map((part) => `<li><b>${escape(part.name)}</b>: ${escape(summary(part))}</li>`).join('')}</ul>`,
    ...sections,
    '</html>\n',
  ].join('\n');
}
