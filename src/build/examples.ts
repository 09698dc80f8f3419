/** Every snippet and exercise of every lesson as the playground opens it (core/examples). */
import type { ExampleEntry, ExampleIndex, ExamplePrograms } from '../core/examples/example';
import { usedNames } from '../core/examples/example';
import { BLANK_PROGRAM, type SharedProgram } from '../core/share/shared';
import { textFor, type Locale } from '../i18n/locale';
import { localizeComments } from '../core/exercise/localize-comments';
import { commentWords } from './comments';
import { exerciseNames, loadExercise } from './exercises';
import { allLessons, lessonPlaces } from './lessons';
import { htmlIn } from './snippet-meta';
import { snippetNames, snippetSource } from './snippets';

interface Example {
  readonly entry: ExampleEntry;
  readonly program: SharedProgram;
}

export async function exampleIndex(locale: Locale): Promise<ExampleIndex> {
  const places = await lessonPlaces(locale);
  const written = places.filter(({ kind }) => kind === 'written');
  return Promise.all(
    written.map(async ({ slug, title }) => ({
      slug,
      title,
      examples: (await examplesOf(slug, locale)).map(({ entry }) => entry),
    })),
  );
}

export async function examplePrograms(lesson: string, locale: Locale): Promise<ExamplePrograms> {
  const examples = await examplesOf(lesson, locale);
  return Object.fromEntries(examples.map(({ entry, program }) => [entry.id, program]));
}

async function examplesOf(lesson: string, locale: Locale): Promise<readonly Example[]> {
  const text = (await allLessons()).find((each) => each.slug === lesson && each.locale === locale);
  const titles = benchTitles(text?.entry.body ?? '');
  const snippets = [...new Set([...titles.keys(), ...snippetNames(lesson)])]
    .filter((name) => snippetNames(lesson).includes(name))
    .map((name) => snippetExample(lesson, name, titles.get(name), locale));
  const exercises = exerciseNames(lesson).map((name) => exerciseExample(lesson, name, locale));
  return [...snippets, ...(await Promise.all(exercises))];
}

/** Titles of benches by their snippets, in the order in which a lesson's text has them. */
export function benchTitles(mdx: string): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const [, attributes = ''] of mdx.matchAll(/<Bench\b([^>]*)\/>/g)) {
    const name = /\bsnippet="([^"]+)"/.exec(attributes)?.[1];
    const title = /\btitle="([^"]+)"/.exec(attributes)?.[1];
    if (name !== undefined && !titles.has(name)) titles.set(name, title ?? `${name}.js`);
  }
  return titles;
}

function snippetExample(
  lesson: string,
  name: string,
  title: string | undefined,
  locale: Locale,
): Example {
  const { source, fileName, meta, server } = snippetSource(lesson, name);
  const words = commentWords(lesson, locale);
  const id = `${lesson}/${name}`;
  return {
    entry: { id, title: title ?? fileName, kind: 'snippet', fileName, uses: usedNames(source) },
    program: {
      fileName,
      source: localizeComments(source, words),
      realm: meta.realm,
      goal: meta.goal,
      html: htmlIn(meta, locale),
      controls: meta.controls,
      // A server half runs in the page, whatever answers the others.
      lab: server === null ? meta.lab : 'page',
      serverHalf: server && { ...server, source: localizeComments(server.source, words) },
      from: id,
    },
  };
}

async function exerciseExample(lesson: string, name: string, locale: Locale): Promise<Example> {
  const { start, tasks } = await loadExercise(lesson, name);
  const id = `${lesson}/exercises/${name}`;
  const fileName = `${name}.js`;
  const title = textFor(tasks, locale).title;
  return {
    entry: { id, title, kind: 'exercise', fileName, uses: usedNames(start) },
    program: {
      ...BLANK_PROGRAM,
      fileName,
      source: localizeComments(start, commentWords(lesson, locale)),
      from: id,
    },
  };
}
