/**
 * What every bench needs, in one file. The bundler would make one for each set of entries that share a module: thirty
 * files a bench, each with headers of its own, and a seventh larger in all, since a short file compresses badly.
 */
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

/** The islands of a bench; the later ones have all of the first. Korean pages have them with `?korean` (integrations/korean.ts). */
const ISLANDS = ['bench/Bench', 'bench/NetBench'] as const;
/** What shares modules with a bench, and is not to fetch all of it. */
const OTHERS =
  /astro&type=script|\/src\/loader\/|\/src\/components\/(?:inspector|search|quiz)\/|\/src\/visualizers\/number-circle\//;

/** Some modules and all that they import, at once and not when asked. */
type Reach = ReadonlySet<string>;

export function benchChunk(): AstroIntegration {
  let others: Reach = new Set();
  const english = new Map<string, Reach>();
  const korean = new Map<string, Reach>();
  const isOfBench = (id: string) =>
    [english, korean].some((reaches) => [...reaches.values()].some((reach) => reach.has(id)));
  const plugin: Plugin = {
    name: 'bytescope:bench-chunk',
    applyToEnvironment: ({ name }) => name === 'client',
    buildEnd() {
      const ids = [...this.getModuleIds()];
      const reach = (isStart: (id: string) => boolean): Reach => {
        const found = new Set(ids.filter(isStart));
        for (const id of found)
          for (const next of this.getModuleInfo(id)?.importedIds ?? []) found.add(next);
        return found;
      };
      others = reach((id) => OTHERS.test(id));
      for (const name of ISLANDS) {
        english.set(
          name,
          reach((id) => id.endsWith(`/src/components/${name}.tsx`)),
        );
        korean.set(
          name,
          reach((id) => id.endsWith(`/src/components/${name}.tsx?korean`)),
        );
      }
    },
    outputOptions: (options) => ({
      ...options,
      // Else it would be named after every entry that shares it.
      chunkFileNames: ({ name }) =>
        `_astro/${name.startsWith('common') ? 'common' : name}.[hash].js`,
      codeSplitting: {
        // A group takes what its modules import with it, save what a group before it has taken.
        groups: [
          // No island does without any of it.
          {
            name: 'react',
            test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/,
            priority: 11,
          },
          {
            name: 'common',
            test: (id) => others.has(id) && isOfBench(id),
            entriesAware: true,
            // Files of a hundred bytes weigh more than what a page gets without need where they are one. At 2,500 what is
            // joined has React in it, and so has every page that is only read: the weight of `initial` watches that.
            entriesAwareMergeThreshold: 1000,
            priority: 10,
          },
          ...ISLANDS.flatMap((island, index) => {
            const name = island.replace(/.*\//, '').toLowerCase();
            const isEnglish = (id: string) => english.get(island)?.has(id) ?? false;
            const isKorean = (id: string) => korean.get(island)?.has(id) ?? false;
            const priority = 8 - 2 * index;
            return [
              { name, test: (id: string) => isEnglish(id) && isKorean(id), priority },
              { name: `${name}-en`, test: isEnglish, priority: priority - 1 },
              { name: `${name}-ko`, test: isKorean, priority: priority - 1 },
            ];
          }),
        ],
      },
    }),
  };
  return {
    name: 'bytescope:bench-chunk',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}
