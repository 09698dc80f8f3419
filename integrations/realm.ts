/**
 * The sandbox's page in the site: `virtual:bytescope-realm` knows its path, the build writes it beside the pages, and
 * the dev server serves it with the headers that a framed, isolated document needs.
 */
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { withBase } from '../src/core/base-path';
import { mediaTypeOf } from '../src/core/lab/media';
import type { NamedFile } from '../src/core/wire/media';
import {
  buildLabScript,
  buildRealmPage,
  buildTusScript,
  type RealmPage,
  type RealmScript,
} from './realm-page';

const MODULE = 'virtual:bytescope-realm';
const RESOLVED = `\0${MODULE}`;

/** Built once, and again after `forget`: the dev server forgets when a source file changes. */
class RealmSource {
  #page: Promise<RealmPage> | null = null;
  #lab: Promise<RealmScript> | null = null;
  #tus: Promise<RealmScript> | null = null;

  constructor(readonly root: string) {}

  page(): Promise<RealmPage> {
    this.#page ??= buildRealmPage(this.root);
    return this.#page;
  }
  lab(): Promise<RealmScript> {
    this.#lab ??= buildLabScript(this.root);
    return this.#lab;
  }
  tus(): Promise<RealmScript> {
    this.#tus ??= buildTusScript(this.root);
    return this.#tus;
  }
  /** The files that the lab in the page may send. */
  async media(): Promise<NamedFile[]> {
    const folder = join(this.root, 'public/media');
    const files: NamedFile[] = [];
    // A site without media is one all the same.
    for (const name of (await readdir(folder).catch(() => [])).sort()) {
      const type = mediaTypeOf(name);
      if (type !== null) files.push({ name, type, size: (await stat(join(folder, name))).size });
    }
    return files;
  }
  forget(): void {
    this.#page = null;
    this.#lab = null;
    this.#tus = null;
  }
}

/** What a realm document is served with. The iframe is opaque and may come from another site of this machine. */
const realmHeaders = (policy: string): Readonly<Record<string, string>> => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `${policy}; sandbox allow-scripts`,
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
});

function realmPlugin(source: RealmSource, base: string): Plugin {
  return {
    name: 'bytescope:realm',
    resolveId: (id) => (id === MODULE ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null;
      const [{ path }, lab, tus, media] = await Promise.all([
        source.page(),
        source.lab(),
        source.tus(),
        source.media(),
      ]);
      return [
        `export const realmPath = ${JSON.stringify(withBase(base, path))};`,
        `export const labFiles = ${JSON.stringify({ path: lab.path, tusPath: tus.path, media })};`,
      ].join('\n');
    },
    configureServer(server) {
      // Astro's own middleware has taken the base away.
      server.middlewares.use((request, response, next) => {
        const script = /^\/_astro\/(page-lab|realm-tus)\./.exec(request.url ?? '')?.[1];
        if (script !== undefined) {
          (script === 'page-lab' ? source.lab() : source.tus()).then(({ code }) => {
            response.writeHead(200, {
              'Content-Type': 'text/javascript',
              'Cache-Control': 'no-store',
            });
            response.end(code);
          }, next);
          return;
        }
        if (!request.url?.startsWith('/realm/')) {
          next();
          return;
        }
        // Whatever hash was asked for: the page is the one that the sources make now.
        source.page().then(({ html, policy }) => {
          response.writeHead(200, { ...realmHeaders(policy), 'Cache-Control': 'no-store' });
          response.end(html);
        }, next);
      });
      server.watcher.on('change', (file) => void reload(file));

      async function reload(file: string): Promise<void> {
        const built = await Promise.all([source.page(), source.lab(), source.tus()]).catch(
          () => null,
        );
        if (built?.every(({ files }) => !files.includes(file)) === true) return;
        source.forget();
        for (const environment of Object.values(server.environments)) {
          const module = environment.moduleGraph.getModuleById(RESOLVED);
          if (module) environment.moduleGraph.invalidateModule(module);
        }
        server.ws.send({ type: 'full-reload' });
      }
    },
  };
}

export function realm(): AstroIntegration {
  let source: RealmSource | null = null;
  return {
    name: 'bytescope:realm',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        source = new RealmSource(fileURLToPath(config.root));
        updateConfig({ vite: { plugins: [realmPlugin(source, config.base)] } });
      },
      'astro:build:done': async ({ dir }) => {
        if (source === null) return;
        const { path, html } = await source.page();
        const file = fileURLToPath(new URL(`.${path}`, dir));
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, html);
        for (const { path: at, code } of [await source.lab(), await source.tus()]) {
          const script = fileURLToPath(new URL(`.${at}`, dir));
          await mkdir(dirname(script), { recursive: true });
          await writeFile(script, code);
        }
      },
    },
  };
}
