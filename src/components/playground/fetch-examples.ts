/** The lessons' programs, fetched when they are asked for (core/examples). */
import { lessonOfExample, type ExampleIndex } from '../../core/examples/example';
import type { SharedProgram } from '../../core/share/shared';
import { localePath, type Locale } from '../../i18n/locale';
import { pageDrafts } from '../bench/drafts';
import { serverDraftId } from '../bench/network/use-network';
import type { FindExample } from '../share/share-source';
import { isProgram } from './program-record';

export type FoundExample =
  | { readonly kind: 'found'; readonly program: SharedProgram }
  /** There is none of that name. */
  | { readonly kind: 'none' }
  /** The network failed. */
  | { readonly kind: 'failed' };

export async function fetchExample(id: string, locale: Locale): Promise<FoundExample> {
  const lesson = lessonOfExample(id);
  if (lesson === null) return { kind: 'none' };
  try {
    const response = await fetch(localePath(locale, `/examples/${lesson}.json`));
    if (response.status === 404) return { kind: 'none' };
    if (!response.ok) return { kind: 'failed' };
    const programs: unknown = await response.json();
    const program = (programs as Readonly<Record<string, unknown>>)[id];
    return isProgram(program) ? { kind: 'found', program } : { kind: 'none' };
  } catch {
    return { kind: 'failed' };
  }
}

/** What sharing asks for. */
export const findExample: FindExample = async (id, locale) => {
  const found = await fetchExample(id, locale);
  if (found.kind === 'failed') throw new Error(`${id}: the network failed.`);
  return found.kind === 'found' ? found.program : null;
};

/** Rejects where the network fails. */
export async function fetchExampleIndex(locale: Locale): Promise<ExampleIndex> {
  const response = await fetch(localePath(locale, '/examples/index.json'));
  if (!response.ok) throw new Error(`examples/index.json: ${response.status}`);
  return (await response.json()) as ExampleIndex;
}

/** The example with what the reader has made of it in its lesson; as it is where that is nothing. */
export function withEdit(id: string, program: SharedProgram): SharedProgram {
  const { serverHalf } = program;
  return {
    ...program,
    source: editOf(id) ?? program.source,
    serverHalf: serverHalf && {
      ...serverHalf,
      source: editOf(serverDraftId(id)) ?? serverHalf.source,
    },
  };
}

function editOf(id: string): string | null {
  const read = pageDrafts().read(id);
  return read.kind === 'read' ? (read.value.current?.source ?? null) : null;
}
