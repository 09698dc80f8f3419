/**
 * Cuts the site's Korean fonts before a build, into `.cache/hangul`, whence pages import them as they import any other
 * font (src/build/hangul-faces.ts). The dev server has the whole font, since what is being written is not known yet.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cutFont, hangulOf, wholeFont, type HangulWeight } from '../src/build/hangul';

/** In one go, so that a build beside this one never reads half a font. */
async function put(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.${String(process.pid)}`;
  await writeFile(unfinished, bytes);
  await rename(unfinished, file);
}

async function writeFonts(root: string, isWhole: boolean): Promise<void> {
  const folder = join(root, '.cache/hangul');
  await mkdir(folder, { recursive: true });
  const { ko, en } = await hangulOf(root);
  const font = (weight: HangulWeight, characters: string) =>
    isWhole ? wholeFont(root, weight) : cutFont(root, weight, characters);
  await put(join(folder, 'plex-sans-kr-400.woff2'), await font(400, ko));
  await put(join(folder, 'plex-sans-kr-600.woff2'), await font(600, ko));
  await put(join(folder, 'plex-sans-kr-few-400.woff2'), await font(400, en));
}

export function hangul(): AstroIntegration {
  return {
    name: 'bytescope:hangul',
    hooks: {
      'astro:config:setup': async ({ config, command }) => {
        if (command === 'dev' || command === 'build')
          await writeFonts(fileURLToPath(config.root), command === 'dev');
      },
    },
  };
}
