/**
 * kaitai-struct names two modules that only old versions of Node need, for encodings and zlib: the formats declared here
 * use neither, and a build for browsers finds nothing there.
 */
import type { AstroIntegration } from 'astro';

const NAMES = new Set(['iconv-lite', 'zlib']);
const EMPTY = '\0bytescope-empty';

export function kaitai(): AstroIntegration {
  return {
    name: 'bytescope:kaitai',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'bytescope:kaitai',
                enforce: 'pre',
                resolveId: (source: string, importer: string | undefined) =>
                  NAMES.has(source) && importer?.includes('kaitai-struct') === true ? EMPTY : null,
                load: (id: string) => (id === EMPTY ? 'export default {};' : null),
              },
            ],
          },
        });
      },
    },
  };
}
