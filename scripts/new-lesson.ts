/** `npm run new:lesson -- <slug> "Title" [--chapter files]`: a folder that builds and passes the tests as it is. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root as projectRoot } from './lib/run.mjs';
import { main, Problem, say } from './lib/say.mjs';
import { lessonFiles, parseNewLesson } from './lesson-template.ts';

const USAGE = 'Usage: npm run new:lesson -- <slug> "Title" [--chapter files]';

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      // --root is for tests, which write into a folder of their own.
      options: { chapter: { type: 'string' }, root: { type: 'string', default: projectRoot } },
    });
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

// Not async in itself; `main` turns a Problem into its sentence.
await main(() => {
  const { positionals, values } = readArguments();
  const lessons = path.join(values.root, 'src', 'lessons');
  const parsed = parseNewLesson(
    positionals[0],
    positionals[1],
    values.chapter,
    readdirSync(lessons),
  );
  if (parsed.kind === 'invalid') throw new Problem(`${parsed.problem}\n${USAGE}`);
  const { lesson } = parsed;
  for (const [file, text] of Object.entries(lessonFiles(lesson))) {
    const target = path.join(lessons, lesson.slug, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: 'wx' });
    say(`wrote src/lessons/${lesson.slug}/${file}`);
  }
  if (lesson.chapter !== null)
    say(`It stands in the chapter "${lesson.chapter}" (en.mdx, first lines).`);
  say(`Next: npm run dev, then open http://localhost:4321/lessons/${lesson.slug}/`);
  say('It is a draft, which only the dev server shows: take "draft: true" away when it is ready.');
  return Promise.resolve();
});
