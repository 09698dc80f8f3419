/**
 * Cuts the site's fonts before a build, into `.cache/fonts`. `virtual:bytescope-hangul` knows the addresses of the Korean
 * ones (src/build/hangul-faces.ts); for the Latin ones, what names a font of a package gets the cut one. The dev server has
 * the whole fonts, since what is being written is not known yet.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Alias, Plugin } from 'vite';
import { cutFont, hangulOf, wholeFont, type HangulWeight } from '../src/build/hangul';
import { cutLatin, latinFaces } from '../src/build/latin';

const MODULE = 'virtual:bytescope-hangul';
const RESOLVED = `\0${MODULE}`;

/** What each font is called in the module, by its file. */
const FONTS = {
  korean400: 'plex-sans-kr-400.woff2',
  korean600: 'plex-sans-kr-600.woff2',
  few400: 'plex-sans-kr-few-400.woff2',
} as const;

/** In one go, so that a build beside this one never reads half a font. */
async function put(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.${String(process.pid)}`;
  await writeFile(unfinished, bytes);
  await rename(unfinished, file);
}

async function writeHangul(root: string, folder: string, isWhole: boolean): Promise<void> {
  const { ko, en } = await hangulOf(root);
  const font = (weight: HangulWeight, characters: string) =>
    isWhole ? wholeFont(root, weight) : cutFont(root, weight, characters);
  await put(join(folder, FONTS.korean400), await font(400, ko));
  await put(join(folder, FONTS.korean600), await font(600, ko));
  await put(join(folder, FONTS.few400), await font(400, en));
}

/** Addresses of the fonts as files: the small one too, which would be written into every page otherwise. */
const hangulPlugin = (folder: string): Plugin => ({
  name: 'bytescope:hangul',
  resolveId: (id) => (id === MODULE ? RESOLVED : null),
  load: (id) =>
    id === RESOLVED
      ? Object.entries(FONTS)
          .map(([name, file]) => {
            const path = join(folder, file).replaceAll('\\', '/');
            return `export { default as ${name} } from ${JSON.stringify(`${path}?no-inline`)};`;
          })
          .join('\n')
      : null,
});

/** Cuts the Latin faces, and has what names their fonts find the cut ones. */
async function writeLatin(root: string, folder: string): Promise<Alias[]> {
  const css = await readFile(join(root, 'src/styles/fonts.css'), 'utf8');
  return Promise.all(
    latinFaces(css).map(async (face) => {
      const cut = join(folder, basename(face.file));
      await put(cut, await cutLatin(root, face));
      const name = face.file.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
      return {
        find: new RegExp(`^${name}(\\?url)?$`),
        replacement: `${cut.replaceAll('\\', '/')}$1`,
      };
    }),
  );
}

export function fonts(): AstroIntegration {
  return {
    name: 'bytescope:fonts',
    hooks: {
      'astro:config:setup': async ({ config, command, updateConfig }) => {
        const root = fileURLToPath(config.root);
        const folder = join(root, '.cache/fonts');
        await mkdir(folder, { recursive: true });
        if (command === 'dev' || command === 'build')
          await writeHangul(root, folder, command === 'dev');
        const alias = command === 'build' ? await writeLatin(root, folder) : [];
        updateConfig({ vite: { plugins: [hangulPlugin(folder)], resolve: { alias } } });
      },
    },
  };
}
