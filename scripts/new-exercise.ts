/** `npm run new:exercise -- <lesson> <name> ["Title"]`: an exercise that passes the gate as it is. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { exerciseFiles, parseNewExercise } from './exercise-template.ts';
import { root as projectRoot } from './lib/run.mjs';
import { main, Problem, say } from './lib/say.mjs';

const USAGE = 'Usage: npm run new:exercise -- <lesson> <name> ["Title"]';

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      // --root is for tests, which write into a folder of their own.
      options: { root: { type: 'string', default: projectRoot } },
    });
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

const foldersIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .toSorted()
    : [];

// Not async in itself; `main` turns a Problem into its sentence.
await main(() => {
  const { positionals, values } = readArguments();
  const [lessonName, exerciseName, title] = positionals;
  const lessons = path.join(values.root, 'src', 'lessons');
  const homeOf = (lesson: string) => path.join(lessons, lesson, 'exercises');
  const parsed = parseNewExercise(lessonName, exerciseName, title, foldersIn(lessons), (lesson) =>
    foldersIn(homeOf(lesson)),
  );
  if (parsed.kind === 'invalid') throw new Problem(`${parsed.problem}\n${USAGE}`);
  const { lesson, name } = parsed.exercise;
  for (const [file, text] of Object.entries(exerciseFiles(parsed.exercise))) {
    const target = path.join(homeOf(lesson), name, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: 'wx' });
    say(`wrote src/lessons/${lesson}/exercises/${name}/${file}`);
  }
  say(
    `Next: put <Exercise name="${name}" /> into src/lessons/${lesson}/en.mdx, where it is asked for, and run`,
  );
  say('npx vitest run src/lessons/exercises.test.ts, which says what is still missing.');
  return Promise.resolve();
});
