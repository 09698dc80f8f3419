/** Brings the editor this screen gets. Each call tries anew: React's own `lazy` would remember a failure for ever. */
import type { ComponentType } from 'react';
import { isTouchFirst } from '../../../loader/touch-first';
import type { EditorPaneProps } from './editor-types';

export type EditorPane = ComponentType<EditorPaneProps>;

/** `import.meta.env.SSR` keeps the editors out of the server's bundle, workers included. */
export const loadPane = import.meta.env.SSR
  ? null
  : async (): Promise<EditorPane> => {
      if (isTouchFirst()) return (await import('./CodeMirrorPane')).default;
      import('./language-worker').then(
        ({ startLanguageWorker }) => startLanguageWorker(),
        () => undefined,
      );
      const monaco = await import('./MonacoPane');
      await monaco.prepare();
      return monaco.default;
    };
