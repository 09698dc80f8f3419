/**
 * `client:intent`: an island hydrates at the first sign that someone wants it (a pointer over it, focus, a touch, a
 * key), and not before. React alone is three times what a page may load before that.
 */
import type { AstroIntegration } from 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    'client:intent'?: boolean;
  }
}

export function intent(): AstroIntegration {
  return {
    name: 'bytescope:intent',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) => {
        addClientDirective({ name: 'intent', entrypoint: './src/loader/intent.ts' });
      },
    },
  };
}
