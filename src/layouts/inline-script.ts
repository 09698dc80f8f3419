/** A script as it is inlined into a page. Nothing compiles it, so its comments and indentation stay at home here. */
export const inlineScript = (source: string): string =>
  source.replace(/^\s*\/\/.*\n/gm, '').replace(/\n\s*/g, '\n');
