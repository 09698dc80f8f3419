/** Code the page has no highlighted HTML for (a saved edit, before its editor is there): lines, numbers and views. */
import { memo, useEffect, useState, type ReactNode } from 'react';
import type { ViewMention } from '../../core/instrument';
import { mentionClass } from './editor/mention-class';

export const PlainCode = memo(function PlainCode({
  source,
  label,
}: {
  source: string;
  label: string;
}) {
  const lines = useColouredLines(source).map((text, index) => (
    <span className="ln" data-l={index + 1} key={index}>
      <i aria-hidden="true">{index + 1}</i>
      <span>{text}</span>
      {'\n'}
    </span>
  ));
  return (
    <pre className="code" tabIndex={0} role="region" aria-label={label}>
      {lines}
    </pre>
  );
});

/** The lines of a source, with its views in their colours; an empty line is a blank. */
export function useColouredLines(source: string): readonly ReactNode[] {
  const mentions = useViewMentions(source);
  let start = 0;
  return source.split('\n').map((text) => {
    const from = start;
    start += text.length + 1;
    return text === '' ? ' ' : colour(text, from, mentions);
  });
}

/** None until the parser is there, which Run needs too. */
function useViewMentions(source: string): readonly ViewMention[] {
  const [found, setFound] = useState<{ source: string; mentions: readonly ViewMention[] } | null>(
    null,
  );
  useEffect(() => {
    let here = true;
    void import('../../core/instrument').then(
      ({ findViewMentions }) => {
        if (here) setFound({ source, mentions: findViewMentions(source) ?? [] });
      },
      // Without colours the code is as good as before.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [source]);
  return found?.source === source ? found.mentions : [];
}

function colour(text: string, from: number, mentions: readonly ViewMention[]) {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const mention of mentions) {
    const { start, end } = mention;
    if (start < from || end > from + text.length) continue;
    pieces.push(
      text.slice(at, start - from),
      <span className={mentionClass(mention)} key={start}>
        {text.slice(start - from, end - from)}
      </span>,
    );
    at = end - from;
  }
  pieces.push(text.slice(at));
  return pieces;
}
