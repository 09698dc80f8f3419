/** The link to a program, and what has to be said beside it. */
import { exampleMark } from '../../core/share/fingerprint';
import { fitFiles, type FittedFiles } from '../../core/share/fit-files';
import { writeExampleLink, writeLink } from '../../core/share/link';
import type { LinkProblem } from '../../core/share/problem';
import { isSameProgram } from '../../core/share/same-program';
import type { Shared } from '../../core/share/shared';
import { localePath } from '../../i18n/locale';
import type { ShareSource } from './share-source';

/** A program that is ready to be put into a link. */
export interface Ready {
  readonly shared: Shared;
  readonly left: FittedFiles['left'];
  /** It is an example of the site as it stands there: its name is enough. */
  readonly isExample: boolean;
}

export async function makeReady(source: ShareSource): Promise<Ready> {
  const asked = await source.toShared();
  const { files, left } = fitFiles(asked.files);
  const shared = { ...asked, files };
  return { shared, left, isExample: await isExample(shared, left.length, source) };
}

async function isExample(
  { program, files, view, language }: Shared,
  leftOut: number,
  source: ShareSource,
): Promise<boolean> {
  if (program.from === null || files.length + leftOut > 0 || view.conditions !== null) return false;
  try {
    const own = await source.example(program.from, language);
    return own !== null && isSameProgram(program, own);
  } catch {
    // Offline, say: the long link says the same.
    return false;
  }
}

export type MadeLink =
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'problem'; readonly problem: LinkProblem };

/** @param atStep whether it opens where the replay stands, or at its end */
export function linkTo({ shared, isExample }: Ready, atStep: boolean, page: string): MadeLink {
  const view = atStep ? shared.view : { ...shared.view, step: null };
  const { program, language } = shared;
  const address = new URL(localePath(language, '/playground/'), page).href;
  if (isExample && program.from !== null) {
    const mark = exampleMark(program.source, program.serverHalf?.source ?? null);
    const hash = writeExampleLink({ from: program.from, mark, view });
    return { kind: 'link', href: `${address}#${hash}` };
  }
  const written = writeLink({ ...shared, view });
  if (written.kind === 'problem') return written;
  return { kind: 'link', href: `${address}#${written.hash}` };
}

/** Only this computer answers there, which a link should not be sent with. */
export const isLocalHost = (hostname: string): boolean =>
  /^(?:localhost|127(?:\.\d+){3}|\[::1\])$|\.localhost$/.test(hostname);

/** From here on programs that send messages begin to cut links off. */
export const LONG_LINK_CHARACTERS = 2000;
