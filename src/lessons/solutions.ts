/** The solutions that readers may see, by their folders. A page loads even this when one is opened. */
import { localizeComments, type CommentWords } from '../core/exercise/localize-comments';

const solutions = import.meta.glob<string>('./*/exercises/*/solution.js', {
  query: '?raw',
  import: 'default',
});

const comments = import.meta.glob<CommentWords>('./*/comments.*.json', { import: 'default' });

/**
 * Loads the solution that readers may see; null where there is none. Its comments are in the language of the page, as those
 * of the given code are, so that the two differ in code alone.
 */
export function findSolution(
  lesson: string,
  name: string,
  locale: string,
): (() => Promise<string>) | null {
  const load = solutions[`./${lesson}/exercises/${name}/solution.js`];
  if (load === undefined) return null;
  const loadComments = comments[`./${lesson}/comments.${locale}.json`];
  return async () => {
    const [source, words = {}] = await Promise.all([load(), loadComments?.()]);
    const english = source.replace(/\r\n/g, '\n').replace(/\n+$/, '');
    return localizeComments(english, words);
  };
}
