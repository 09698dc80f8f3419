import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { lessonSchema } from './build/lesson-schema';

/** One folder is one lesson: `src/lessons/<slug>/<locale>.mdx`. Nothing else has to change when one is added. */
export const collections = {
  lessons: defineCollection({
    loader: glob({
      base: './src/lessons',
      pattern: '*/*.mdx',
      // The default would turn `views/en.mdx` into an id by its frontmatter or a slug of the path.
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
    schema: lessonSchema,
  }),
};
