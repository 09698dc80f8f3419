/** Stands in for the Monaco editor in pages of a test's own: CodeMirror needs no worker. */
export { default } from '../../src/components/bench/editor/CodeMirrorPane';
export const prepare = (): Promise<void> => Promise.resolve();

/** There is no service for it either. */
export const startLanguageWorker = (): void => undefined;
