/** The bench alone, for other people's pages and slides. It runs when its reader presses Run, and not before. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { localePath, textFor, type Locale } from '../../i18n/locale';
import { playgroundText } from '../../i18n/playground';
import { hashSource } from '../bench/draft-slot';
import { benchSource } from '../share/bench-source';
import type { ShareSource } from '../share/share-source';
import { findExample } from './fetch-examples';
import { findEmbedded, type Embedded } from './find-embedded';
import { ProgramBench, type OpenBench } from './ProgramBench';

export default function Embed({ locale }: { readonly locale: Locale }) {
  const text = textFor(playgroundText, locale);
  const [found, setFound] = useState<Embedded | null>(null);
  const [origin, setOrigin] = useState('');
  const bench = useRef<OpenBench | null>(null);
  useEffect(() => {
    let turn = 0;
    const look = () => {
      const mine = ++turn;
      const { search, hash } = window.location;
      void findEmbedded(search, hash, locale).then((embedded) => {
        if (mine !== turn) return;
        setFound(embedded);
        const example = new URLSearchParams(search).get('example');
        setOrigin(example === null ? hash : `?${String(new URLSearchParams({ example }))}`);
      });
    };
    look();
    window.addEventListener('hashchange', look);
    return () => {
      turn = -1;
      window.removeEventListener('hashchange', look);
    };
  }, [locale]);
  const shareSource = useMemo<ShareSource>(
    () => ({
      toShared: async () => {
        if (bench.current === null) throw new Error('There is no bench in the page.');
        const shared = await benchSource(bench.current.bench).toShared();
        const from = found?.kind === 'program' ? found.program.from : null;
        return { ...shared, program: { ...shared.program, from } };
      },
      example: findExample,
    }),
    [found],
  );
  const program = found?.kind === 'program' ? found.program : null;
  // What the reader makes of it here is kept for here: the pages that embed it may be many.
  const id = program && `embed/${hashSource(program.source)}`;
  return (
    <div className="embed">
      {program !== null && <h2 className="vh">{program.fileName}</h2>}
      {found?.kind === 'program' && program !== null && id !== null && (
        <ProgramBench
          key={id}
          id={id}
          name={program.fileName}
          program={program}
          files={found.files}
          view={found.view}
          locale={locale}
          run={null}
          shareSource={shareSource}
          onBench={(open) => {
            bench.current = open;
          }}
        />
      )}
      {found?.kind === 'problem' && <p role="alert">{found.says}</p>}
      {found !== null && (
        <p className="embed-foot">
          <a href={localePath(locale, `/playground/${origin}`)} target="_blank" rel="noopener">
            {text.embedPage.open}
          </a>
        </p>
      )}
    </div>
  );
}
