/**
 * Reads the lesson folders and finds what is wrong in them: the checks that need more than one file. The build stops
 * on any of them (integrations/content.ts); frontmatter has its own (lesson-schema.ts).
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '../i18n/locale';
import { findExerciseMentions, findMentions, findPictures } from './lesson-mentions';
import type { Mistake } from './mistakes';
import { parseSnippetMeta } from './snippet-meta';
import { nearest } from './suggest';

export interface LessonFolder {
  readonly slug: string;
  /** Text by file name, for everything directly in the folder that ends in .mdx. */
  readonly pages: ReadonlyMap<string, string>;
  /** Names (without .js) of snippets. */
  readonly snippets: readonly string[];
  /** Metadata texts by name (without .json). */
  readonly metadata: ReadonlyMap<string, string>;
  /** Names of the folders in `exercises/`. */
  readonly exercises: readonly string[];
}

const LESSONS = 'src/lessons';

/** Reads every folder of `src/lessons` under the project's root. */
export function readLessonFolders(root: string): readonly LessonFolder[] {
  const base = join(root, LESSONS);
  return readdirSync(base, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name: slug }) => {
      const files = readdirSync(join(base, slug));
      const inside = files.includes('snippets') ? readdirSync(join(base, slug, 'snippets')) : [];
      const exercises = files.includes('exercises')
        ? readdirSync(join(base, slug, 'exercises'), { withFileTypes: true })
            .filter((entry) => entry.isDirectory())
            .map((entry) => entry.name)
            .toSorted()
        : [];
      const read = (...path: string[]) => readFileSync(join(base, slug, ...path), 'utf8');
      return {
        slug,
        pages: new Map(
          files.filter((file) => file.endsWith('.mdx')).map((file) => [file, read(file)]),
        ),
        snippets: inside
          .filter((file) => file.endsWith('.js') && !file.endsWith('.server.js'))
          .map((file) => file.slice(0, -3)),
        metadata: new Map(
          inside
            .filter((file) => file.endsWith('.json'))
            .map((file) => [file.slice(0, -5), read('snippets', file)]),
        ),
        exercises,
      };
    });
}

/** Every mistake in these folders, in the order of their names. */
export function findLessonMistakes(folders: readonly LessonFolder[]): readonly Mistake[] {
  return [...findSlugMistakes(folders), ...folders.flatMap(findMistakesInFolder)];
}

function findSlugMistakes(folders: readonly LessonFolder[]): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const seen = new Map<string, string>();
  for (const { slug } of folders) {
    const file = `${LESSONS}/${slug}`;
    const plain = slug
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    if (slug !== plain)
      mistakes.push({
        file,
        line: null,
        message: `A slug is lower-case letters, digits and hyphens. Rename the folder to: ${LESSONS}/${plain}`,
      });
    const twin = seen.get(plain);
    if (twin !== undefined)
      mistakes.push({
        file,
        line: null,
        message: `The slug "${plain}" is taken by ${LESSONS}/${twin}: both would be /lessons/${plain}/. Rename one of the folders.`,
      });
    seen.set(plain, slug);
  }
  return mistakes;
}

function findMistakesInFolder(folder: LessonFolder): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const at = (path: string, line: number | null, message: string) =>
    mistakes.push({ file: `${LESSONS}/${folder.slug}/${path}`, line, message });

  if (!folder.pages.has('en.mdx'))
    at('en.mdx', null, 'A lesson has an English page. Add this file, or run: npm run new:lesson');
  const used = new Set<string>();
  for (const [page, text] of folder.pages) {
    const locale = page.replace(/\.mdx$/, '');
    if (!(LOCALES as readonly string[]).includes(locale)) {
      const near = nearest(locale, LOCALES) ?? 'en';
      at(page, null, `The languages are ${LOCALES.join(' and ')}. Rename the file to: ${near}.mdx`);
    }
    const mentions = findMentions(text);
    const benches = new Set(
      mentions.flatMap(({ component, name }) =>
        component === 'Bench' && name !== null ? [name] : [],
      ),
    );
    for (const { component, attribute, name, line } of mentions) {
      if (name === null) {
        at(
          page,
          line,
          `<${component}> names its snippet by a plain string. Write: ${attribute}="${folder.snippets[0] ?? 'name'}"`,
        );
        continue;
      }
      used.add(name);
      if (!folder.snippets.includes(name)) {
        const near = nearest(name, folder.snippets);
        at(
          page,
          line,
          near === null
            ? `There is no snippet "${name}". Add ${LESSONS}/${folder.slug}/snippets/${name}.js, or name one of: ${folder.snippets.join(', ') || '(none yet)'}.`
            : `There is no snippet "${name}". Write: ${attribute}="${near}"`,
        );
      } else if (component === 'Ref' && !benches.has(name)) {
        at(
          page,
          line,
          `<Ref> lights a cell in a bench, and this page has no bench "${name}". Add: <Bench snippet="${name}" />`,
        );
      }
    }
    for (const { line, message } of findExerciseMistakesOn(text, folder)) at(page, line, message);
    for (const { alt, source, line } of findPictures(text)) {
      if (alt !== null && alt.trim() !== '') continue;
      at(
        page,
        line,
        `The picture ${source} has no text for those who do not see it. Write: ![What it shows](${source})`,
      );
    }
  }

  for (const name of folder.snippets)
    if (!used.has(name))
      at(
        `snippets/${name}.js`,
        null,
        `No page of the lesson uses this snippet. Add <Bench snippet="${name}" /> to the lesson, or delete the file.`,
      );
  for (const [name, json] of folder.metadata) {
    if (!folder.snippets.includes(name)) {
      const near = nearest(name, folder.snippets);
      at(
        `snippets/${name}.json`,
        null,
        `There is no ${name}.js for this metadata. ${near === null ? 'Add it, or delete this file.' : `Rename this file to: ${near}.json`}`,
      );
    }
    const parsed = parseSnippetMeta(json);
    if (parsed.kind === 'mistakes')
      for (const message of parsed.messages) at(`snippets/${name}.json`, null, message);
  }
  return mistakes;
}

/** A page shows every exercise of its lesson, each once: attempts are kept, and a solved one is solved, by its name. */
function findExerciseMistakesOn(
  text: string,
  { slug, exercises }: LessonFolder,
): readonly { readonly line: number | null; readonly message: string }[] {
  const mistakes: { line: number | null; message: string }[] = [];
  const seen = new Set<string>();
  for (const { name, line } of findExerciseMentions(text)) {
    const say = (message: string) => mistakes.push({ line, message });
    if (name === null) {
      say(
        `<Exercise> names its folder by a plain string. Write: <Exercise name="${exercises[0] ?? 'name'}" />`,
      );
      continue;
    }
    const near = nearest(name, exercises);
    if (seen.has(name)) say(`The exercise "${name}" is on this page already. Delete this one.`);
    else if (exercises.includes(name)) seen.add(name);
    else if (near !== null)
      say(`There is no exercise "${name}". Write: <Exercise name="${near}" />`);
    else
      say(
        `There is no exercise "${name}". Run: npm run new:exercise -- ${slug} ${name} "Title", or name one of: ${exercises.join(', ') || '(none yet)'}.`,
      );
  }
  for (const name of exercises)
    if (!seen.has(name))
      mistakes.push({
        line: null,
        message: `This page does not show the exercise "${name}". Add <Exercise name="${name}" /> where the lesson asks for it, or delete ${LESSONS}/${slug}/exercises/${name}.`,
      });
  return mistakes;
}
