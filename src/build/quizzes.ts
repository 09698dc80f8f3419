/**
 * A lesson's questions as pages and the gate see them: with the answer that the program gives, run through the same
 * realm and recorder as snippets, and with the wrong answers that are known.
 */
import type { AnswerKey } from '../core/quiz/answer-key';
import type { Quiz } from '../core/quiz/quiz';
import { findQuizMistakes, keyOf, type Computed } from './quiz-checks';
import { ContentError } from './mistakes';
import { loadSnippet, type Snippet } from './snippets';
import { nearest } from './suggest';
import type { Run } from '../core/trace/run';
import { formatFound } from '../core/exercise/values';

export interface LoadedQuiz {
  readonly lesson: string;
  readonly name: string;
  readonly quiz: Quiz;
  readonly key: AnswerKey;
  /** What readers are shown of the program: null where it is a snippet, which has its bench, or hidden. */
  readonly code: string | null;
  /** The snippet that it is about. */
  readonly snippet: Snippet | null;
  /** Offset of the first field's byte in its buffer. */
  readonly firstByte: number;
}

const files = import.meta.glob<Readonly<Record<string, Quiz>>>('../lessons/*/quizzes.ts', {
  import: 'quizzes',
  eager: true,
});
const fileOf = (lesson: string) => `src/lessons/${lesson}/quizzes.ts`;

/** A lesson's questions by name, in the order of the lesson; none where it has no `quizzes.ts`. */
export const quizzesOf = (lesson: string): Readonly<Record<string, Quiz>> =>
  files[`../lessons/${lesson}/quizzes.ts`] ?? {};

/** Their names, which are the ids of their marks (core/progress). */
export const quizNames = (lesson: string): readonly string[] => Object.keys(quizzesOf(lesson));

/** One question by name. Throws a ContentError that shows the correction when there is none, or it is not right. */
export async function loadQuiz(lesson: string, name: string): Promise<LoadedQuiz> {
  const quiz = Object.hasOwn(quizzesOf(lesson), name) ? quizzesOf(lesson)[name] : undefined;
  const stop = (messages: readonly string[]) =>
    new ContentError(messages.map((message) => ({ file: fileOf(lesson), line: null, message })));
  if (quiz === undefined) {
    const near = nearest(name, quizNames(lesson));
    throw stop([
      near === null
        ? `There is no question "${name}". The lesson has: ${quizNames(lesson).join(', ') || 'none yet'}.`
        : `There is no question "${name}". Write: <Quiz name="${near}" />`,
    ]);
  }
  const computed = await compute(lesson, quiz);
  const mistakes = findQuizMistakes(name, quiz, computed);
  if (mistakes.length > 0 || computed.kind === 'nothing') throw stop(mistakes);
  const { of: program } = quiz;
  return {
    lesson,
    name,
    quiz,
    key: keyOf(quiz, computed),
    code: 'code' in program && program.hidden !== true ? program.code : null,
    snippet: 'snippet' in program ? await loadSnippet(lesson, program.snippet) : null,
    firstByte: computed.kind === 'bytes' ? computed.range.start : 0,
  };
}

/** Runs a question's program and takes the answer from what it left or printed. */
async function compute(lesson: string, quiz: Quiz): Promise<Computed> {
  if (quiz.kind === 'bytes') {
    const run = await runOf(lesson, quiz, '');
    const name = quiz.buffer ?? 'buffer';
    const { buffers, views } = run.memory;
    // Of an array that made its own buffer only the array has a name.
    const ids = new Set([
      ...buffers.filter((buffer) => buffer.name === name).map(({ id }) => id),
      ...views.filter((view) => view.name === name).map(({ bufferId }) => bufferId),
    ]);
    const [only, ...others] = buffers.filter(({ id }) => ids.has(id));
    if (only === undefined || others.length > 0) {
      const names = [...buffers, ...views].flatMap((each) => each.name ?? []);
      return { kind: 'nothing', why: { kind: 'buffer', name, names } };
    }
    const { start, end } = quiz.range ?? { start: 0, end: only.bytes.length };
    if (start < 0 || start >= end || end > only.bytes.length)
      return { kind: 'nothing', why: { kind: 'range', length: only.bytes.length } };
    return { kind: 'bytes', buffer: only.bytes, range: { start, end } };
  }
  const { asks } = quiz;
  if ('expression' in asks) {
    // A string of its own: a console row would say more than the value.
    const run = await runOf(lesson, quiz, `\nconsole.log(String(${asks.expression}));\n`);
    return fromRun(run, (entries) => entries.at(-1)?.values[0]);
  }
  const run = await runOf(lesson, quiz, '');
  return fromRun(run, (entries) =>
    entries.find(({ line }) => line === asks.line)?.values.at((asks.value ?? 1) - 1),
  );
}

function fromRun(
  { outcome, console }: Run,
  find: (entries: Run['console']) => Run['console'][number]['values'][number] | undefined,
): Computed {
  const preview = find(console);
  if (outcome.kind === 'threw') return { kind: 'text', text: outcome.error.name };
  if (preview === undefined) {
    const lines = [...new Set(console.flatMap(({ line }) => line ?? []))];
    return { kind: 'nothing', why: { kind: 'printed', lines } };
  }
  return { kind: 'text', text: preview.kind === 'string' ? preview.text : formatFound(preview) };
}

async function runOf(lesson: string, { of: program }: Quiz, more: string): Promise<Run> {
  const snippet = 'snippet' in program ? await loadSnippet(lesson, program.snippet) : null;
  if (snippet?.run && more === '') return snippet.run;
  const source = 'code' in program ? program.code : (snippet?.source ?? '');
  const { recordRun } = await import('./record');
  return recordRun({
    source: `${source}${more}`,
    fileName: snippet?.fileName ?? 'question.js',
    goal: snippet?.meta.goal ?? 'module',
  });
}
