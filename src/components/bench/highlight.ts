/**
 * Snippets as static HTML: one `.ln` per line, tokens by class (no inline colours, so both themes share one page),
 * identifiers bound to a view in their family's colour. The editor that takes its place has the same metrics.
 */
import { createHighlighter, type ThemeRegistrationRaw } from 'shiki';
import { findViewMentions } from '../../core/instrument';
import type { ViewMention } from '../../core/instrument';
import type { LineMark } from './editor/editor-types';
import { mentionClass } from './editor/mention-class';
import { TOKEN_STYLES } from './editor/token-style';

/** A theme whose "colours" are indices into TOKEN_STYLES, so that a token's colour names its class. */
const indexColor = (index: number) => `#0000${(index + 1).toString(16).padStart(2, '0')}`;
const INDEX_THEME: ThemeRegistrationRaw = {
  name: 'bytescope-index',
  type: 'light',
  colors: { 'editor.background': '#ffffff', 'editor.foreground': '#000000' },
  settings: [
    { settings: { foreground: '#000000' } },
    ...TOKEN_STYLES.map((style, index) => ({
      scope: [...style.scopes],
      settings: { foreground: indexColor(index) },
    })),
  ],
};

let highlighter: ReturnType<typeof createHighlighter> | undefined;

interface Piece {
  readonly text: string;
  readonly className: string;
}

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const classOfColor = (color: string | undefined) => {
  const index = color === undefined ? 0 : Number.parseInt(color.slice(-2), 16);
  return TOKEN_STYLES[index - 1]?.className ?? '';
};

/** Cuts one line's tokens at the mentions inside it. `lineStart` is the line's offset in the source. */
function cutAtMentions(
  tokens: readonly Piece[],
  lineStart: number,
  mentions: readonly ViewMention[],
): Piece[] {
  const pieces: Piece[] = [];
  let at = lineStart;
  for (const token of tokens) {
    const end = at + token.text.length;
    let from = at;
    for (const mention of mentions) {
      if (mention.end <= from || mention.start >= end) continue;
      const start = Math.max(mention.start, from);
      if (start > from)
        pieces.push({ text: token.text.slice(from - at, start - at), className: token.className });
      const stop = Math.min(mention.end, end);
      pieces.push({
        text: token.text.slice(start - at, stop - at),
        className: mentionClass(mention),
      });
      from = stop;
    }
    if (from < end) pieces.push({ text: token.text.slice(from - at), className: token.className });
    at = end;
  }
  return pieces;
}

/** The source as HTML lines: `<span class="ln" data-l="1"><i>1</i><span>…</span></span>`. */
export async function highlight(source: string, mark: LineMark | null = null): Promise<string> {
  highlighter ??= createHighlighter({ themes: [INDEX_THEME], langs: ['javascript'] });
  const { tokens } = (await highlighter).codeToTokens(source, {
    lang: 'javascript',
    theme: 'bytescope-index',
  });
  const mentions = findViewMentions(source) ?? [];
  let lineStart = 0;
  const lines = source.split('\n').map((text, index) => {
    const line = (tokens[index] ?? []).map((token) => ({
      text: token.content,
      className: classOfColor(token.color),
    }));
    const html = cutAtMentions(line, lineStart, mentions)
      .map(({ text, className }) =>
        className === ''
          ? escapeHtml(text)
          : `<span class="${className}">${escapeHtml(text)}</span>`,
      )
      .join('');
    lineStart += text.length + 1;
    const className = mark?.line === index + 1 ? `ln ${mark.kind}` : 'ln';
    return `<span class="${className}" data-l="${index + 1}"><i aria-hidden="true">${index + 1}</i><span>${html || ' '}</span></span>`;
  });
  return lines.join('\n');
}
