/** What the page opens with: the program that its address names, else the one that the reader had open. */
import { useCallback, useEffect } from 'react';
import { isSharedLink } from '../../core/share/is-link';
import type { Locale } from '../../i18n/locale';
import { watchLinks } from '../share/watch-links';
import { fetchExample, findExample, withEdit } from './fetch-examples';
import type { PlaygroundSession } from './playground-session';

/**
 * Says in the address what stands in the page, without a step back: `?example=views/create`, or nothing.
 *
 * @param keepsLink a shared link in it stays: it is no part of the program, and waits to be read
 */
export function address(search: string, keepsLink = false): void {
  const hash = keepsLink && isSharedLink(location.hash) ? location.hash : '';
  if (location.search === search && location.hash === hash) return;
  history.replaceState(null, '', location.pathname + search + hash);
}

export type OpenExample = (id: string, isEdit?: boolean) => Promise<void>;

export function useOpening(session: PlaygroundSession, locale: Locale): OpenExample {
  const openExample = useCallback<OpenExample>(
    async (id, isEdit = false) => {
      const { hash } = location;
      const found = await fetchExample(id, locale);
      if (found.kind === 'none') session.say({ kind: 'no example', id });
      else if (found.kind === 'failed') session.say({ kind: 'failed', what: 'example' });
      else {
        const { fileName: name } = found.program;
        const program = isEdit ? withEdit(id, found.program) : found.program;
        session.openNew({ program, isSetUp: true }, { kind: 'opened', name, isEdit });
        // A link may have come meanwhile.
        address(`?example=${id}${isEdit ? '&edit' : ''}`, location.hash !== hash);
      }
    },
    [session, locale],
  );
  useEffect(() => {
    // A link's program (components/share) comes on top of what the reader had open.
    session.restore();
    const asked = new URLSearchParams(location.search);
    const example = asked.get('example');
    if (example !== null) void openExample(example, asked.has('edit'));
    const onStorage = ({ key }: StorageEvent) => {
      if (session.programs.isAbout(key)) session.hear();
    };
    window.addEventListener('storage', onStorage);
    const unwatch = watchLinks({
      locale,
      example: findExample,
      open: ({ program, files, view }) => {
        const { fileName: name } = program;
        session.openNew(
          { program, files, view, isSetUp: true },
          { kind: 'opened', name, isEdit: false },
        );
      },
      fail: () => session.say({ kind: 'failed', what: 'link' }),
    });
    return () => {
      unwatch();
      window.removeEventListener('storage', onStorage);
    };
  }, [session, locale, openExample]);
  return openExample;
}
