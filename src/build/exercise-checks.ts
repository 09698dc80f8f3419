/** What is wrong between an exercise's check.ts and its files, and in the words it says: what can be seen without a run. */
import { bytesIn } from '../core/exercise/attempt';
import type { Exercise } from '../core/exercise/exercise';
import { MAX_INPUT_BYTES, MAX_PROBES, probedNames } from '../core/exercise/probe';
import type { LoadedExercise } from './exercises';
import type { Mistake } from './mistakes';
import { nearest } from './suggest';

/** The recorder holds no more inputs of one call; see core/exercise/README.md. */
const MOST_OF_A_CALL = 8;
/** Half of all that it holds: the rest is for what the program and its calls make. */
const MOST_BUFFERS = 32;

export function findCheckMistakes({
  lesson,
  name,
  wrong,
  exercise,
}: LoadedExercise): readonly Mistake[] {
  const file = `src/lessons/${lesson}/exercises/${name}/check.ts`;
  // JavaScript may export anything; the types are checked elsewhere.
  if (typeof (exercise as Exercise | undefined)?.checks !== 'object') {
    const message =
      'It exports no exercise. Write: export const exercise = defineExercise({ probes: […], checks: {…}, words: { en: {…} } });';
    return [{ file, line: null, message }];
  }
  return [
    ...findProbeMistakes(exercise),
    ...findWordMistakes(exercise),
    ...findRecogniserMistakes(exercise, [...new Set(wrong.map(({ mistake }) => mistake))]),
  ].map((message) => ({ file, line: null, message }));
}

function findProbeMistakes({ probes, checks }: Exercise): readonly string[] {
  const messages: string[] = [];
  if (Object.keys(checks).length === 0)
    messages.push('An exercise without checks would always pass. Add one to checks.');
  if (probes.length > MAX_PROBES)
    messages.push(`It makes ${String(probes.length)} calls; ${String(MAX_PROBES)} are the most.`);
  for (const called of probedNames(probes))
    if (!/^[A-Za-z_$][\w$]*$/.test(called))
      messages.push(
        `call(${JSON.stringify(called)}, …) needs the name of a function in the program. Write, for example: call('pack', …)`,
      );
  const inputs = probes.map((probe) => probe.inputs.flatMap(bytesIn));
  const longest = Math.max(0, ...inputs.flat().map(({ bytes }) => bytes.length));
  if (longest > MAX_INPUT_BYTES)
    messages.push(
      `An input has ${String(longest)} bytes, and ${String(MAX_INPUT_BYTES)} are the most. Make it smaller: hidden inputs are small.`,
    );
  const most = Math.max(0, ...inputs.map(({ length }) => length));
  if (most > MOST_OF_A_CALL)
    messages.push(
      `One of its calls is given ${String(most)} buffers, and the recorder holds ${String(MOST_OF_A_CALL)} of a call. Leave out ${String(most - MOST_OF_A_CALL)} of them.`,
    );
  const buffers = inputs.flat().length;
  if (buffers > MOST_BUFFERS)
    messages.push(
      `Its calls are given ${String(buffers)} buffers, and ${String(MOST_BUFFERS)} are the most. Leave out ${String(buffers - MOST_BUFFERS)} of them.`,
    );
  return messages;
}

function findWordMistakes({ checks, words }: Exercise): readonly string[] {
  const messages: string[] = [];
  for (const [locale, { checks: sentences, mistakes }] of Object.entries(words)) {
    for (const id of Object.keys(checks))
      if (!sentences[id])
        messages.push(
          `words.${locale} does not say what the check "${id}" asks for. Write, for example: ${JSON.stringify(id)}: 'Returns 8 bytes'`,
        );
    for (const [id, sentence] of Object.entries(sentences))
      if (/[.!]$/.test(sentence))
        messages.push(
          `A check’s line has no full stop. Write: ${JSON.stringify(id)}: ${JSON.stringify(sentence.replace(/[.!]+$/, ''))}`,
        );
    const said = new Map<string, string>();
    for (const [id, { why, next }] of Object.entries(mistakes)) {
      for (const [key, text] of Object.entries({ why, next }))
        if (!/[.?!]$/.test(text))
          messages.push(
            `words.${locale}.mistakes.${id}.${key} is no sentence: it ends with a full stop. Write: ${JSON.stringify(`${text}.`)}`,
          );
      const twin = said.get(why);
      if (twin !== undefined)
        messages.push(
          `The mistakes "${twin}" and "${id}" are told the same. Each has its own feedback: rewrite one, or make them one mistake.`,
        );
      said.set(why, id);
    }
  }
  return messages;
}

/** Every mistake has words, a way to be recognised, and a file that makes it. */
function findRecogniserMistakes(
  { checks, refused = {}, words }: Exercise,
  files: readonly string[],
): readonly string[] {
  const messages: string[] = [];
  const worded = Object.keys(words.en.mistakes);
  const recognised = new Set(
    [...Object.values(checks).map(({ mistakes = {} }) => mistakes), refused].flatMap((each) =>
      Object.keys(each),
    ),
  );
  for (const mistake of files) {
    if (worded.includes(mistake)) continue;
    const near = nearest(mistake, worded);
    messages.push(
      near === null
        ? `wrong/${mistake}.js has no feedback of its own. Add to words.en.mistakes: ${JSON.stringify(mistake)}: { why: '…', next: '…' }`
        : `wrong/${mistake}.js has no feedback of its own. Rename the file to: wrong/${near}.js`,
    );
  }
  for (const mistake of worded) {
    if (!files.includes(mistake))
      messages.push(
        `No file makes the mistake "${mistake}", so its feedback is never tried. Add: wrong/${mistake}.js`,
      );
    if (!recognised.has(mistake))
      messages.push(
        `No check recognises the mistake "${mistake}". Add it to the mistakes of the check that fails first: ${JSON.stringify(mistake)}: ({ problem }) => …`,
      );
  }
  return messages;
}
