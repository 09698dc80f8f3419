/** The files of a new exercise: small, but whole, so that it passes the gate as it is. */

export interface NewExercise {
  readonly lesson: string;
  /** Folder name: `sum-bytes`. */
  readonly name: string;
  readonly title: string;
}

export type NewExerciseResult =
  | { readonly kind: 'ok'; readonly exercise: NewExercise }
  | { readonly kind: 'invalid'; readonly problem: string };

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const LONGEST_TITLE = 40;

/** Checks what was asked for. Without a title, the name stands in. */
export function parseNewExercise(
  lesson: string | undefined,
  name: string | undefined,
  title: string | undefined,
  lessons: readonly string[],
  existing: (lesson: string) => readonly string[],
): NewExerciseResult {
  const invalid = (problem: string): NewExerciseResult => ({ kind: 'invalid', problem });
  if (lesson === undefined) return invalid('An exercise needs a lesson: the name of its folder.');
  if (!lessons.includes(lesson)) {
    return invalid(`There is no lesson "${lesson}". The lessons are: ${lessons.join(', ')}.`);
  }
  if (name === undefined) return invalid('An exercise needs a name: that of its folder.');
  if (!NAME.test(name)) {
    return invalid(`"${name}" is not a name: lower-case letters and digits, words joined by "-".`);
  }
  if (existing(lesson).includes(name)) {
    return invalid(`The lesson "${lesson}" has an exercise "${name}" already.`);
  }
  const words = name.replaceAll('-', ' ');
  const heading = (title ?? words.charAt(0).toUpperCase() + words.slice(1)).trim();
  if (heading === '') return invalid('The title is empty: leave it out, or give one.');
  if (heading.length > LONGEST_TITLE) {
    return invalid(`The title has ${heading.length} characters; ${LONGEST_TITLE} are the most.`);
  }
  return { kind: 'ok', exercise: { lesson, name, title: heading } };
}

const RESERVED = new Set(
  'break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield await eval arguments undefined'.split(
    ' ',
  ),
);

/** `sum-bytes` as a function is called: `sumBytes`. */
function functionName(name: string): string {
  const camel = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return RESERVED.has(camel) ? `${camel}Bytes` : camel;
}

const program = (called: string, body: string): string => `/**
 * @param {Uint8Array} bytes
 * @returns {number} the sum of all bytes
 */
function ${called}(bytes) {
${body}
}

console.log(${called}(Uint8Array.of(1, 2, 3)));
`;

/** Text of each file by its path inside the exercise's folder. */
export function exerciseFiles({ name, title }: NewExercise): Readonly<Record<string, string>> {
  const called = functionName(name);
  return {
    'task.en.mdx': `---
title: ${JSON.stringify(title)}
hints:
  - "Where to look: every byte counts once."
  - "What to use: a loop from 0 up to \`bytes.length\`."
  - "Nearly the answer: \`sum += bytes[i]\` for each byte."
---

Complete \`${called}\` so that it returns the sum of all bytes. It makes no new memory.
`,
    'start.js': program(called, '  /* TODO */'),
    'solution.js': program(
      called,
      '  let sum = 0;\n  for (const byte of bytes) sum += byte;\n  return sum;',
    ),
    'solution.reduce.js': `const ${called} = (bytes) => bytes.reduce((sum, byte) => sum + byte, 0);\n`,
    'wrong/last-byte.js': program(
      called,
      '  let sum = 0;\n  for (let i = 0; i < bytes.length - 1; i++) sum += bytes[i];\n  return sum;',
    ),
    'wrong/whole-buffer.js': `const ${called} = ({ buffer }) => new Uint8Array(buffer).reduce((a, b) => a + b, 0);\n`,
    'check.ts': `import {
  allocations,
  answersLike,
  call,
  defineExercise,
  everyCall,
  none,
  returns,
  Seeded,
  view,
  type InputValue,
} from '../../../../core/exercise';

const random = new Seeded(1);

/** References are given the bytes that an argument covers. */
const bytesOf = (value: InputValue) => Array.from(value as Uint8Array);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

export const exercise = defineExercise({
  // Hidden inputs: an odd length, nothing at all, a window that does not begin at byte 0, random ones.
  probes: [
    call('${called}', view('bytes', 'Uint8Array', [1, 2, 3])),
    call('${called}', view('bytes', 'Uint8Array', [])),
    call('${called}', view('bytes', 'Uint8Array', [255, 7], { before: 3, after: 2 })),
    call('${called}', view('bytes', 'Uint8Array', random.bytes(40), { before: 1 })),
  ],

  // Each is a pure function of what the calls gave, left and did. The first that fails speaks in full.
  checks: {
    sum: {
      judge: everyCall(returns((bytes) => sum(bytesOf(bytes)))),
      mistakes: {
        'last-byte': answersLike((bytes) => sum(bytesOf(bytes).slice(0, -1))),
        // What the call left is the whole buffer, and nobody writes to it here.
        'whole-buffer': ({ problem, call: seen }) =>
          problem.kind === 'value' &&
          problem.found === String(sum(bytesOf(seen?.result.inputs[0]?.bytes ?? []))),
      },
    },
    memory: { judge: everyCall(none(allocations())) },
  },

  words: {
    en: {
      checks: {
        sum: 'Returns the sum of all bytes',
        memory: 'Makes no new memory',
      },
      // One for each file in wrong/.
      mistakes: {
        'last-byte': {
          why: 'The last byte is missing from the sum.',
          next: 'Look at where the loop ends.',
        },
        'whole-buffer': {
          why: 'The view is a window, and \`buffer\` is all of the memory behind it.',
          next: 'Read through the view that you were given.',
        },
      },
    },
  },
});
`,
  };
}
