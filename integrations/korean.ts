/**
 * Islands of Korean pages without English words. Everything that an island of `components/korean` imports, and that has
 * words in it, is bundled once more for Korean pages (`?korean`), where each room of `i18n` has its Korean words alone.
 * What has no words (React, the trace, the editor) is the same file in both. What runs in Node
 * draws both languages, and the dev server, which nobody weighs, sends both.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parseAst } from 'rolldown/parseAst';
import type { Plugin } from 'vite';

const QUERY = '?korean';

/** One room's texts, as `i18n/ko/index.ts` joins them to their Korean words. */
export interface KoreanWords {
  /** Paths within `i18n`, without ending: `bench`. */
  readonly room: string;
  readonly text: string;
  /** Where the words are: `ko/bench`. */
  readonly file: string;
  readonly words: string;
}

/** Reads `i18n/ko/index.ts`: `benchText.ko = bench;`, and where both names come from. */
export function parseKoreanIndex(source: string): readonly KoreanWords[] {
  const files = new Map<string, string>();
  for (const [, names = '', file = ''] of source.matchAll(/import \{([^}]+)\} from '([^']+)'/g))
    for (const name of names.split(',')) files.set(name.trim(), file);
  return [...source.matchAll(/^(\w+)\.ko = (\w+);$/gm)].map(([, text = '', words = '']) => ({
    room: (files.get(text) ?? '').replace('../', ''),
    text,
    file: (files.get(words) ?? '').replace('./', 'ko/'),
    words,
  }));
}

/** A room of `i18n` with the Korean words in place of the English ones. What only those used falls to the bundler. */
export function inKorean(source: string, rooms: readonly KoreanWords[]): string {
  let said = source;
  for (const { text, file, words } of rooms) {
    const english = englishOf(said, text);
    if (english === null) throw new Error(`${text} is no { en: … } that can be read.`);
    said = `import { ${words} as ${text}InKorean } from './${file}';\n${said.slice(0, english.start)}ko: ${text}InKorean${said.slice(english.end)}`;
  }
  return said;
}

/** Where `en: …` stands in `export const text = { en: … }`. */
function englishOf(
  source: string,
  text: string,
): { readonly start: number; readonly end: number } | null {
  for (const statement of parseAst(source, { lang: 'ts' }).body) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    if (statement.declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declaration.declarations) {
      if (id.type !== 'Identifier' || id.name !== text) continue;
      if (init?.type !== 'ObjectExpression') return null;
      return (
        init.properties.find(
          (property) =>
            property.type === 'Property' &&
            property.key.type === 'Identifier' &&
            property.key.name === 'en',
        ) ?? null
      );
    }
  }
  return null;
}

/** Imports of other files of the project that are there when the program runs. */
export function importsOf(source: string): readonly string[] {
  return [
    ...source.matchAll(/^(?:import|export)\s+(?!type\b)[^'";]*?from\s+'(\.[^']+)'/gm),
    ...source.matchAll(/\bimport\s*\(?\s*'(\.[^']+)'/g),
  ].map(([, path = '']) => path);
}

const ENDINGS = ['.ts', '.tsx', '/index.ts'];

class KoreanGraph {
  readonly #root: string;
  #rooms: ReadonlyMap<string, readonly KoreanWords[]> | null = null;
  readonly #haveWords = new Map<string, boolean>();

  constructor(root: string) {
    this.#root = root.replaceAll('\\', '/').replace(/\/$/, '');
  }

  /** The rooms whose Korean words stand in files of their own, by path. */
  rooms(): ReadonlyMap<string, readonly KoreanWords[]> {
    this.#rooms ??= Map.groupBy(
      parseKoreanIndex(readFileSync(join(this.#root, 'src/i18n/ko/index.ts'), 'utf8')),
      ({ room }) => `${this.#root}/src/i18n/${room}.ts`,
    );
    return this.#rooms;
  }

  isIsland(file: string): boolean {
    return file.startsWith(`${this.#root}/src/components/korean/`);
  }
  isIndex(file: string): boolean {
    return file === `${this.#root}/src/i18n/ko/index.ts`;
  }

  /** Whether the file is a room of `i18n`, or imports one, by however many steps. */
  hasWords(file: string): boolean {
    const seen = new Set([file]);
    for (const each of seen) {
      if (this.rooms().has(each) || this.#haveWords.get(each) === true) {
        this.#haveWords.set(file, true);
        return true;
      }
      for (const next of this.#importsOf(each)) seen.add(next);
    }
    for (const each of seen) this.#haveWords.set(each, false);
    return false;
  }

  /** Files of the project that a file imports; none where it is known to lead to no words. */
  #importsOf(file: string): readonly string[] {
    if (this.#haveWords.get(file) === false) return [];
    if (!file.startsWith(`${this.#root}/src/`) || !/\.tsx?$/.test(file)) return [];
    return importsOf(readFileSync(file, 'utf8')).flatMap(
      (path) => this.#find(join(dirname(file), path).replaceAll('\\', '/')) ?? [],
    );
  }

  #find(path: string): string | null {
    for (const file of [path, ...ENDINGS.map((ending) => path + ending)]) {
      if (statSync(file, { throwIfNoEntry: false })?.isFile() === true) return file;
    }
    return null;
  }
}

function koreanPlugin(graph: KoreanGraph): Plugin {
  return {
    name: 'bytescope:korean',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    async resolveId(source, importer, options) {
      if (importer === undefined) return null;
      const from = importer.split('?')[0] ?? '';
      if (!graph.isIsland(from) && !importer.endsWith(QUERY)) return null;
      const resolved = await this.resolve(source, from, { ...options, skipSelf: true });
      if (resolved === null || resolved.external !== false) return resolved;
      // Each room brings its own Korean words.
      if (graph.isIndex(resolved.id)) return `\0bytescope-no-words`;
      return graph.hasWords(resolved.id) ? resolved.id + QUERY : resolved;
    },
    load(id) {
      if (id === '\0bytescope-no-words') return '';
      if (!id.endsWith(QUERY)) return null;
      const file = id.slice(0, -QUERY.length);
      const source = readFileSync(file, 'utf8');
      const rooms = graph.rooms().get(file);
      return {
        code: rooms ? inKorean(source, rooms) : source,
        moduleType: file.endsWith('x') ? 'tsx' : 'ts',
      };
    },
  };
}

export function korean(): AstroIntegration {
  return {
    name: 'bytescope:korean',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        updateConfig({
          vite: { plugins: [koreanPlugin(new KoreanGraph(fileURLToPath(config.root)))] },
        });
      },
    },
  };
}
