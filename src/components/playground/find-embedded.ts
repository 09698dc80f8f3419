/** The program that the address of an embedded page names: an example by its id, or what a shared link holds. */
import { exampleMark } from '../../core/share/fingerprint';
import { openLink } from '../../core/share/link';
import {
  PLAIN_VIEW,
  type SharedFile,
  type SharedProgram,
  type SharedView,
} from '../../core/share/shared';
import { textFor, type Locale } from '../../i18n/locale';
import { playgroundText } from '../../i18n/playground';
import { shareText } from '../../i18n/share';
import { hashSource } from '../bench/draft-slot';
import { fetchExample } from './fetch-examples';

export type Embedded =
  | {
      readonly kind: 'program';
      readonly program: SharedProgram;
      readonly files: readonly SharedFile[];
      readonly view: SharedView;
    }
  | { readonly kind: 'problem'; readonly says: string };

/**
 * Under which the reader's edit of it is kept here: the pages that embed it may be many, and programs that read alike may
 * run otherwise.
 */
export function draftId({ source, serverHalf, html, realm, goal }: SharedProgram): string {
  const parts = [source, serverHalf?.source ?? '', html ?? ''].map(hashSource);
  return `embed/${[...parts, realm, goal].join('-')}`;
}

export async function findEmbedded(
  search: string,
  hash: string,
  locale: Locale,
): Promise<Embedded> {
  const text = textFor(playgroundText, locale);
  const shareWords = textFor(shareText, locale);
  const asked = new URLSearchParams(search).get('example');
  if (asked !== null) return findExample(asked, locale, null);
  if (hash.length <= 1) return { kind: 'problem', says: text.embedPage.nothing };
  const opened = openLink(hash);
  switch (opened.kind) {
    case 'problem':
      return { kind: 'problem', says: shareWords.problem.says(opened.problem) };
    case 'program':
      return { kind: 'program', ...opened.shared };
    case 'example':
      return findExample(opened.example.from, locale, opened.example);
  }
}

async function findExample(
  id: string,
  locale: Locale,
  link: { readonly mark: string; readonly view: SharedView } | null,
): Promise<Embedded> {
  const found = await fetchExample(id, locale);
  const { problem } = textFor(shareText, locale);
  if (found.kind === 'none') return { kind: 'problem', says: problem.exampleGone(id) };
  if (found.kind === 'failed') return { kind: 'problem', says: problem.exampleUnloaded };
  const { program } = found;
  // A lesson may have changed since the link was made: its steps are others now.
  const isSame = link?.mark === exampleMark(program.source, program.serverHalf?.source ?? null);
  return { kind: 'program', program, files: [], view: link && isSame ? link.view : PLAIN_VIEW };
}
