import { parseSnippetMeta, type SnippetMeta } from './snippet-meta';

/** An author's mistake: which file, and what to write instead. */
export class SnippetError extends Error {
  override readonly name = 'SnippetError';
  constructor(
    readonly file: string,
    readonly correction: string,
  ) {
    super(`${file}: ${correction}`);
  }
}

/** The metadata in a file, or a SnippetError that says what is wrong in it. */
export function parseMetaOf(file: string, json: string): SnippetMeta {
  const parsed = parseSnippetMeta(json);
  if (parsed.kind === 'mistakes') throw new SnippetError(file, parsed.messages.join(' '));
  return parsed.meta;
}
