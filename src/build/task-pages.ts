/** The tasks of exercises as Astro draws them. Apart from exercises.ts, which the gate reads where there is no Astro. */
import type { MDXInstance } from 'astro';
import type { Locale } from '../i18n/locale';

type TaskPage = MDXInstance<Record<string, unknown>>;

const pages = import.meta.glob<TaskPage>('../lessons/*/exercises/*/task.*.mdx');

/** What is to be done, as a component; null where there is no such task. */
export async function taskPage(
  lesson: string,
  name: string,
  locale: Locale,
): Promise<TaskPage['Content'] | null> {
  const load = pages[`../lessons/${lesson}/exercises/${name}/task.${locale}.mdx`];
  return load === undefined ? null : (await load()).Content;
}
