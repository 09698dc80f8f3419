/** The bench alone, for other people's pages and slides. It runs when its reader presses Run, and not before. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { localePath, textFor, type Locale } from '../../i18n/locale';
import { playgroundText } from '../../i18n/playground';
import { benchSource } from '../share/bench-source';
import { linkTo, makeReady } from '../share/share-link';
import type { ShareSource } from '../share/share-source';
import { findExample } from './fetch-examples';
import { draftId, findEmbedded, type Embedded } from './find-embedded';
import { ProgramBench, type OpenBench } from './ProgramBench';

export default function Embed({ locale }: { readonly locale: Locale }) {
  const text = textFor(playgroundText, locale);
  const [found, setFound] = useState<Embedded | null>(null);
  const [origin, setOrigin] = useState('');
  /** What the reader has made of it here; null while it is as it came. */
  const [edit, setEdit] = useState<string | null>(null);
  const [edited, setEdited] = useState<{ readonly of: string; readonly hash: string } | null>(null);
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
  // What the reader has edited goes along to the playground in the link, since it is kept for the pages that embed this.
  useEffect(() => {
    if (edit === null) return;
    let isHere = true;
    makeReady({ ...shareSource, example: () => Promise.resolve(null) }).then(
      (ready) => {
        const made = linkTo(ready, true, window.location.href);
        if (isHere && made.kind === 'link') setEdited({ of: edit, hash: new URL(made.href).hash });
      },
      // The link then leads to the program as it came.
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [edit, shareSource]);
  const onBench = useCallback((open: OpenBench | null) => {
    bench.current = open;
    setEdit(open?.bench.edited === true ? open.bench.draft.source : null);
  }, []);
  const target = edited !== null && edited.of === edit ? edited.hash : origin;
  const program = found?.kind === 'program' ? found.program : null;
  // What the reader makes of it here is kept for here: the pages that embed it may be many.
  const id = program && draftId(program);
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
          onBench={onBench}
        />
      )}
      {found?.kind === 'problem' && <p role="alert">{found.says}</p>}
      {found !== null && (
        <p className="embed-foot">
          <a href={localePath(locale, `/playground/${target}`)} target="_blank" rel="noopener">
            {text.embedPage.open}
          </a>
        </p>
      )}
    </div>
  );
}
