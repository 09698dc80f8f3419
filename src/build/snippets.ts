/**
 * A lesson's snippets as components see them: source, metadata, and the run recorded when the page was built.
 * The files are read through Vite, so that the dev server notices when one changes.
 */
import { SnippetError, parseMetaOf } from './snippet-error';
import { DEFAULT_SNIPPET_META, type SnippetMeta } from './snippet-meta';
import { initialValues } from '../core/controls/control';
import type { Run } from '../core/trace/run';
import { nearest } from './suggest';

export interface Snippet {
  readonly lesson: string;
  readonly name: string;
  /** Without the file's final line break. */
  readonly source: string;
  /** As stacks and the toolbar show it: `one-buffer.js`. */
  readonly fileName: string;
  readonly meta: SnippetMeta;
  /** Its server half, `<name>.server.js`, which runs in the lab in the page; null for a snippet without one. */
  readonly server: { readonly fileName: string; readonly source: string } | null;
  /** The recorded run; null for a snippet that needs a page, which the build does not have. */
  readonly run: Run | null;
}

const sources = import.meta.glob<string>('../lessons/*/snippets/*.js', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const metadata = import.meta.glob<string>('../lessons/*/snippets/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const pathOf = (lesson: string, name: string, ext: 'js' | 'server.js' | 'json') =>
  `../lessons/${lesson}/snippets/${name}.${ext}`;

/** The names of a lesson's snippets, in alphabetical order. */
export function snippetNames(lesson: string): readonly string[] {
  const prefix = `../lessons/${lesson}/snippets/`;
  return Object.keys(sources)
    .filter((path) => path.startsWith(prefix) && !path.endsWith('.server.js'))
    .map((path) => path.slice(prefix.length, -'.js'.length))
    .toSorted();
}

/** Steps that a page carries of a snippet; a reader who runs it gets them all. */
const EMBEDDED_STEPS = 5000;

// One recording serves every language and every mention of a snippet.
const recorded = new Map<string, Promise<Run>>();

/** What a snippet's files say: without the run. */
export type SnippetSource = Omit<Snippet, 'run'>;

/**
 * One snippet by name, without a run. Throws a SnippetError that names the file and the correction when there is none,
 * or when its metadata is wrong.
 */
export function snippetSource(lesson: string, name: string): SnippetSource {
  const raw = sources[pathOf(lesson, name, 'js')];
  if (raw === undefined) {
    const near = nearest(name, snippetNames(lesson));
    throw new SnippetError(
      `src/lessons/${lesson}/snippets/${name}.js`,
      near === null
        ? `There is no such snippet. The lesson has: ${snippetNames(lesson).join(', ') || 'none yet'}.`
        : `There is no such snippet. Write: snippet="${near}"`,
    );
  }
  const json = metadata[pathOf(lesson, name, 'json')];
  const meta =
    json === undefined
      ? DEFAULT_SNIPPET_META
      : parseMetaOf(`src/lessons/${lesson}/snippets/${name}.json`, json);
  const source = withoutEnd(raw);
  const fileName = `${name}.js`;
  const half = sources[pathOf(lesson, name, 'server.js')];
  const server =
    half === undefined ? null : { fileName: `${name}.server.js`, source: withoutEnd(half) };
  if (server !== null && meta.lab !== 'page') {
    throw new SnippetError(
      `src/lessons/${lesson}/snippets/${name}.json`,
      `The snippet has a server half, which runs in the lab in the page. Write: "lab": "page"`,
    );
  }
  return { lesson, name, source, fileName, meta, server };
}

/** One snippet by name, with its run. Throws as `snippetSource` does. */
export async function loadSnippet(lesson: string, name: string): Promise<Snippet> {
  const snippet = snippetSource(lesson, name);
  const { source, fileName, meta, server } = snippet;
  return {
    ...snippet,
    run: meta.realm === 'worker' ? await record(source, fileName, meta, server) : null,
  };
}

const withoutEnd = (raw: string): string => raw.replace(/\r\n/g, '\n').replace(/\n+$/, '');

function record(
  source: string,
  fileName: string,
  meta: SnippetMeta,
  server: Snippet['server'],
): Promise<Run> {
  const key = JSON.stringify([source, fileName, meta.goal, meta.lab, meta.controls, server]);
  const known = recorded.get(key);
  if (known) return known;
  // Loaded here and not above, so that a tool that only wants names and sources does not start the recorder.
  const run = import('./record').then(({ recordRun }) =>
    recordRun({
      source,
      fileName,
      goal: meta.goal,
      maxSteps: EMBEDDED_STEPS,
      network: meta.lab === null ? null : { serverHalf: server },
      ...(meta.controls.length === 0 ? {} : { controls: initialValues(meta.controls) }),
    }),
  );
  recorded.set(key, run);
  return run;
}
