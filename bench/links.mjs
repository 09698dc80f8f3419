// @ts-check
/**
 * How long links are: one line for each program of the site, as it stands there (by its name) and as a reader's own (all
 * of it), beside what plain DEFLATE would make of the same, and the version of its QR code. Lengths are of what stands
 * behind the `#`. No clock: the same figures on every machine.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { generate } from 'lean-qr';
import { median } from './support/figures.mjs';

const { outputFiles } = await build({
  stdin: {
    contents: `
      export { exampleMark } from './src/core/share/fingerprint';
      export { writeExampleLink, writeLink } from './src/core/share/link';
      export { writeRecord } from './src/core/share/record';
      export { BLANK_PROGRAM, PLAIN_VIEW } from './src/core/share/shared';`,
    resolveDir: new URL('..', import.meta.url).pathname,
  },
  bundle: true,
  format: 'esm',
  write: false,
});
const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
const ours = await import(`data:text/javascript;base64,${code}`);

const ADDRESS = 'https://bytescope.example/playground/#';

/** @param {string} path */
const read = (path) =>
  readFileSync(new URL(`../src/lessons/${path}`, import.meta.url), 'utf8').replace(/\n+$/, '');
/** @param {string} path */
const list = (path) => {
  try {
    return readdirSync(new URL(`../src/lessons/${path}`, import.meta.url));
  } catch {
    return [];
  }
};

/** Every snippet and the start of every exercise. */
function* programs() {
  for (const lesson of list('.')) {
    for (const file of list(`${lesson}/snippets`)) {
      if (!file.endsWith('.js') || file.endsWith('.server.js')) continue;
      const name = file.slice(0, -'.js'.length);
      const meta = list(`${lesson}/snippets`).includes(`${name}.json`)
        ? JSON.parse(read(`${lesson}/snippets/${name}.json`))
        : {};
      const half = list(`${lesson}/snippets`).includes(`${name}.server.js`);
      yield {
        from: `${lesson}/${name}`,
        fileName: file,
        source: read(`${lesson}/snippets/${file}`),
        realm: meta.realm ?? 'worker',
        goal: meta.goal ?? 'module',
        html: meta.html ?? null,
        controls: (meta.controls ?? []).map(controlOf),
        lab: half ? 'page' : (meta.lab ?? null),
        serverHalf: half
          ? { fileName: `${name}.server.js`, source: read(`${lesson}/snippets/${name}.server.js`) }
          : null,
      };
    }
    for (const name of list(`${lesson}/exercises`)) {
      yield {
        ...ours.BLANK_PROGRAM,
        from: `${lesson}/exercises/${name}`,
        fileName: `${name}.js`,
        source: read(`${lesson}/exercises/${name}/start.js`),
      };
    }
  }
}

/** What metadata may leave out (src/build/snippet-meta.ts). @param {any} control */
function controlOf(control) {
  if (control.kind === 'toggle') return { value: false, ...control };
  if (control.kind !== 'select') return control;
  const options = control.options.map((/** @type {any} */ each) =>
    typeof each === 'string' ? { value: each } : each,
  );
  return { ...control, options };
}

const rows = [...programs()].map((program) => {
  const mark = ours.exampleMark(program.source, program.serverHalf?.source ?? null);
  const view = { ...ours.PLAIN_VIEW, step: 12 };
  const named = ours.writeExampleLink({ from: program.from, mark, view });
  const shared = { program, files: [], view, language: 'en' };
  const written = ours.writeLink(shared);
  if (written.kind !== 'link') throw new Error(`${program.from}: ${JSON.stringify(written)}`);
  const plain = deflateRawSync(ours.writeRecord(shared), { level: 9 }).length;
  return {
    from: program.from,
    source: program.source.length + (program.serverHalf?.source.length ?? 0),
    named: named.length,
    whole: written.hash.length,
    plain: Math.ceil((plain * 4) / 3),
    qr: (generate(ADDRESS + written.hash).size - 17) / 4,
  };
});

/** @param {readonly (string | number)[]} cells */
const line = (...cells) =>
  console.log(
    cells
      .map((cell, at) => (at === 0 ? String(cell).padEnd(36) : String(cell).padStart(8)))
      .join(''),
  );
line('characters', 'source', 'by name', 'whole', 'plain', 'QR');
for (const row of rows.toSorted((a, b) => a.whole - b.whole)) line(...Object.values(row));
for (const [what, of] of /** @type {const} */ ([
  ['median', median],
  ['most', (/** @type {number[]} */ all) => Math.max(...all)],
]))
  line(
    `${what} of ${rows.length}`,
    .../** @type {const} */ (['source', 'named', 'whole', 'plain', 'qr']).map((key) =>
      Math.round(of(rows.map((row) => row[key]))),
    ),
  );
