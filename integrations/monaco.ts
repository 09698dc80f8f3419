/**
 * Makes Monaco 0.57 small, local and safe to bundle with Astro. Each part says when it can go.
 *
 * 1. `internal/common/workers.js` imports every contribution of the editor; a shim with the same one export does not.
 * 2. The language service would start its own copy of its worker; ours comes from MonacoEnvironment.
 * 3. Astro's CSS step drops stylesheets of lazily imported client chunks, in production and without a word; Monaco's
 *    are injected from JavaScript instead.
 * 4. The language service carries every library there is; only those reachable from what snippets use are kept.
 * 5. The list of files an editor needs is written beside the site, so that the page can fetch their bytes at idle.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { LIBRARIES } from '../src/components/bench/editor/language-options';

const fileOf = (id: string) => id.replaceAll('\\', '/').split('?')[0] ?? id;
const isMonaco = (id: string) => fileOf(id).includes('/monaco-editor/esm/');

const WORKERS_SHIM = `import { editor } from '../../editor/editor.api.js';
export function createWebWorker(opts) {
  const worker = Promise.resolve(
    globalThis.MonacoEnvironment.getWorker('workerMain.js', opts.label ?? 'monaco-editor-worker'),
  ).then((w) => {
    w.postMessage('ignore');
    w.postMessage(opts.createData);
    return w;
  });
  return editor.createWebWorker({ worker, host: opts.host, keepIdleModels: opts.keepIdleModels });
}`;

const LEFT_OUT: readonly (readonly [file: string, code: string])[] = [
  [
    '/editor/browser/widget/diffEditor/diffEditorWidget.js',
    `export class DiffEditorWidget { constructor() { throw new Error('The diff editor is left out of this bundle.'); } }
export function toLineChanges() { return null; }`,
  ],
  [
    '/editor/browser/widget/multiDiffEditor/multiDiffEditorWidget.js',
    `export class MultiDiffEditorWidget { constructor() { throw new Error('The diff editor is left out of this bundle.'); } }`,
  ],
];

const CSS_PREFIX = '\0monaco-css:';

/** For the page's bundle. */
function monacoPage(): Plugin {
  return {
    name: 'bytescope:monaco',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!source.endsWith('.css') || importer === undefined || !isMonaco(importer)) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved && { id: `${CSS_PREFIX}${resolved.id}.js`, moduleSideEffects: true };
    },
    load(id) {
      if (id.startsWith(CSS_PREFIX)) {
        const file = id.slice(CSS_PREFIX.length, -'.js'.length);
        return `import css from ${JSON.stringify(`${file}?inline`)};
if (typeof document !== 'undefined') {
  let style = document.getElementById('monaco-css');
  if (!style) {
    style = document.createElement('style');
    style.id = 'monaco-css';
    document.head.append(style);
  }
  style.append(css);
}`;
      }
      if (!isMonaco(id)) return null;
      const file = fileOf(id);
      if (file.endsWith('/vs/internal/common/workers.js')) return WORKERS_SHIM;
      if (file.endsWith('/languages/features/typescript/workerManager.js')) {
        return readFileSync(file, 'utf8').replace(
          /createWorker: \(\) => new Worker\([^\n]*\n/,
          '\n',
        );
      }
      return LEFT_OUT.find(([end]) => file.endsWith(end))?.[1] ?? null;
    },
  };
}

interface LibraryModule {
  readonly libFileMap: Readonly<Record<string, string>>;
}

/** For the language service's worker. */
function monacoWorker(): Plugin {
  return {
    name: 'bytescope:monaco-worker',
    enforce: 'pre',
    load(id) {
      const file = fileOf(id);
      if (!isMonaco(id) || !file.endsWith('/languages/features/typescript/lib/lib.js')) return null;
      // By require: Astro has closed the runner that loaded this module, and with it its import(), by now.
      const { libFileMap } = createRequire(import.meta.url)(file) as LibraryModule;
      const kept: Record<string, string> = {};
      const queue = [...LIBRARIES];
      for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
        const text = libFileMap[name];
        if (text === undefined || name in kept) continue;
        kept[name] = text.replace(/^\/\*![\s\S]*?\*\/\s*/, '');
        for (const [, reference] of text.matchAll(/<reference lib="([^"]+)"/g)) {
          queue.push(`lib.${reference ?? ''}.d.ts`);
        }
      }
      // As a string: parsing JSON is faster than evaluating an object literal of this size.
      return `export const libFileMap = JSON.parse(${JSON.stringify(JSON.stringify(kept))});`;
    },
  };
}

/** Where the page finds what an editor needs: paths within the site, the largest last. */
const EDITOR_FILES = 'editor-files.json';

interface OutputFile {
  readonly type: 'chunk' | 'asset';
  readonly fileName: string;
  readonly imports?: readonly string[];
  readonly facadeModuleId?: string | null;
}

/** What Monaco fetches by itself, and no import names. */
const FETCHED = [
  /editor\.worker.*\.js$/,
  /language\.worker.*\.js$/,
  /onig.*\.wasm$/,
  /codicon.*\.ttf$/,
];

/** Writes the list of files the editor is made of, by following the imports of its pane; without those a bench has. */
function editorFiles(): Plugin {
  return {
    name: 'bytescope:editor-files',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle) as OutputFile[];
      const listFor = (pane: string) => {
        const entry = files.find((file) => fileOf(file.facadeModuleId ?? '').endsWith(pane));
        if (!entry) return null;
        const found = new Set<string>();
        const queue = [entry.fileName];
        for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
          if (found.has(name)) continue;
          found.add(name);
          queue.push(...(files.find((file) => file.fileName === name)?.imports ?? []));
        }
        return [...found].map((name) => `/${name}`);
      };
      const bench = listFor('/bench/Bench.tsx') ?? [];
      const beside = (list: string[] | null) => list?.filter((name) => !bench.includes(name));
      const pane = listFor('/editor/MonacoPane.tsx');
      // Which Monaco imports once there is a text in the language.
      const service = listFor('/languages/features/typescript/tsMode.js');
      if (pane && !service)
        this.error('No chunk is Monaco’s tsMode.js: the editor’s list lacks it.');
      const monaco = beside(pane && service && [...new Set([...pane, ...service])]);
      const codeMirror = beside(listFor('/editor/CodeMirrorPane.tsx'));
      if (!monaco || !codeMirror) return;
      const fetched = FETCHED.map((pattern) => {
        const file = files.find(({ fileName }) => pattern.test(fileName));
        if (!file) this.error(`No file is called ${String(pattern)}: the editor's list lacks it.`);
        return `/${file.fileName}`;
      });
      this.emitFile({
        type: 'asset',
        fileName: EDITOR_FILES,
        source: JSON.stringify({ monaco: [...monaco, ...fetched], codeMirror }),
      });
    },
  };
}

/** The Astro integration: adds the plugins to the page's and the workers' bundles. */
export function monaco(): AstroIntegration {
  return {
    name: 'bytescope:monaco',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [monacoPage(), editorFiles()],
            worker: { format: 'es', plugins: () => [monacoWorker()] },
            build: { chunkSizeWarningLimit: 4000 },
          },
        });
      },
    },
  };
}
