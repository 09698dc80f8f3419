/**
 * Cuts the site's Korean fonts before a build, into `.cache/hangul`; `virtual:bytescope-hangul` knows their addresses
 * (src/build/hangul-faces.ts). The dev server has the whole font, since what is being written is not known yet.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { cutFont, hangulOf, wholeFont, type HangulWeight } from '../src/build/hangul';

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

async function writeFonts(root: string, folder: string, isWhole: boolean): Promise<void> {
  await mkdir(folder, { recursive: true });
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

export function hangul(): AstroIntegration {
  return {
    name: 'bytescope:hangul',
    hooks: {
      'astro:config:setup': async ({ config, command, updateConfig }) => {
        const root = fileURLToPath(config.root);
        const folder = join(root, '.cache/hangul');
        if (command === 'dev' || command === 'build')
          await writeFonts(root, folder, command === 'dev');
        updateConfig({ vite: { plugins: [hangulPlugin(folder)] } });
      },
    },
  };
}
