/**
 * What a lesson's MDX mentions: snippets, benches and pictures, each with its line. Reading the text is enough here,
 * since the rules ask for plain strings; what is not a plain string is reported as such.
 */

export interface Mention {
  /** The component's name: `Bench`, `Output`, `Ref`, … */
  readonly component: string;
  /** The attribute that names a snippet: `snippet`, or `bench` in a Ref. */
  readonly attribute: string;
  /** The name, or null when the attribute is an expression. */
  readonly name: string | null;
  readonly line: number;
}

export interface Picture {
  readonly alt: string | null;
  readonly source: string;
  readonly line: number;
}

/** Blanks out fenced code, inline code and comments, keeping every line break where it was. */
export function withoutCode(mdx: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  return mdx
    .replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[^\n]*$/gm, blank)
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, blank)
    .replace(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, blank);
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

/** Every `snippet="…"` and `bench="…"` of a component, in order. */
export function findMentions(mdx: string): readonly Mention[] {
  const text = withoutCode(mdx);
  const mentions: Mention[] = [];
  for (const tag of text.matchAll(/<([A-Z]\w*)\b((?:[^<>"'{}]|"[^"]*"|'[^']*'|\{[^{}]*\})*)>/g)) {
    const [, component = '', attributes = ''] = tag;
    const found = attributes.matchAll(/(?:^|\s)(snippet|bench)\s*=\s*(?:"([^"]*)"|'([^']*)'|\{)/g);
    for (const match of found)
      mentions.push({
        component,
        attribute: match[1] ?? '',
        name: match[2] ?? match[3] ?? null,
        line: lineAt(text, tag.index),
      });
  }
  return mentions;
}

/** Every `<Exercise name="…" />`, in order; the name is null where it is an expression or missing. */
export function findExerciseMentions(
  mdx: string,
): readonly { readonly name: string | null; readonly line: number }[] {
  const text = withoutCode(mdx);
  return [...text.matchAll(/<Exercise\b((?:[^<>"'{}]|"[^"]*"|'[^']*'|\{[^{}]*\})*)>/g)].map(
    (tag) => {
      const named = /(?:^|\s)name\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag[1] ?? '');
      return { name: named?.[1] ?? named?.[2] ?? null, line: lineAt(text, tag.index) };
    },
  );
}

/** Every picture in Markdown or HTML; `alt` is null where there is no such attribute. */
export function findPictures(mdx: string): readonly Picture[] {
  const text = withoutCode(mdx);
  const pictures: Picture[] = [];
  for (const match of text.matchAll(/!\[([^\]]*)\]\(([^)\s]*)[^)]*\)/g))
    pictures.push({ alt: match[1] ?? '', source: match[2] ?? '', line: lineAt(text, match.index) });
  for (const match of text.matchAll(/<(?:img|Image|Picture)\b([^>]*)>/g)) {
    const attributes = match[1] ?? '';
    const alt = /\balt\s*=\s*(?:"([^"]*)"|'([^']*)'|(\{))/.exec(attributes);
    const source = /\bsrc\s*=\s*["'{]([^"'}]*)/.exec(attributes);
    pictures.push({
      alt: alt === null ? null : (alt[1] ?? alt[2] ?? '(computed)'),
      source: source?.[1] ?? '',
      line: lineAt(text, match.index),
    });
  }
  return pictures;
}
