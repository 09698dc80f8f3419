/** From a question and what its program gave: what is wrong with it, each with the correction, and its answer key. */
import { formatHex } from '../core/bytes/format';
import type { ByteRange } from '../core/bytes/ranges';
import { encodeElement } from '../core/bytes/encode';
import { ELEMENT_TYPES } from '../core/bytes/view-kinds';
import type { AnswerKey } from '../core/quiz/answer-key';
import type { Quiz, QuizWords } from '../core/quiz/quiz';
import { readByte, readValue, splitBytes, type ReadAnswer } from '../core/quiz/read-answer';
import { wrongBytes, wrongValues } from '../core/quiz/wrong-answers';
import { nearest } from './suggest';

/** What the program gave. */
export type Computed =
  | { readonly kind: 'bytes'; readonly buffer: Uint8Array; readonly range: ByteRange }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing'; readonly why: NoAnswer };

export type NoAnswer =
  | { readonly kind: 'buffer'; readonly name: string; readonly names: readonly string[] }
  | { readonly kind: 'range'; readonly length: number }
  | { readonly kind: 'printed'; readonly lines: readonly number[] };

/** An author's own words for a wrong answer are called after it; the names of slips have no equals sign. */
export const ownName = (answer: string): string => `=${answer}`;

const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;

/** An answer as its author wrote it, in the spelling that answers are compared in. */
function spellingOf(quiz: Quiz, answer: string): ReadAnswer {
  if (quiz.kind === 'choice') return { kind: 'answer', text: answer };
  if (quiz.kind === 'value') return readValue(answer, quiz.base ?? 10);
  const bytes: string[] = [];
  for (const each of splitBytes(answer)) {
    const read = readByte(each);
    if (read.kind === 'refused') return read;
    bytes.push(read.text);
  }
  return { kind: 'answer', text: bytes.join(' ') };
}

/** The right answer in the spelling that answers are compared in; null where it is no answer of this kind. */
function rightOf(quiz: Quiz, computed: Computed): string | null {
  if (computed.kind === 'bytes') return formatHex(computed.buffer, computed.range);
  if (computed.kind === 'nothing') return null;
  const read = spellingOf(quiz, computed.text);
  return read.kind === 'answer' ? read.text : null;
}

/** The answer key of a question without mistakes. */
export function keyOf(quiz: Quiz, computed: Computed): AnswerKey {
  const right = rightOf(quiz, computed) ?? '';
  const base = quiz.kind === 'value' ? (quiz.base ?? 10) : 16;
  const own = Object.keys(quiz.words.en.wrong).map((answer) => {
    const read = spellingOf(quiz, answer);
    return [read.kind === 'answer' ? read.text : answer, ownName(answer)] as const;
  });
  const slips =
    computed.kind === 'bytes' && quiz.kind === 'bytes'
      ? wrongBytes(computed.buffer, computed.range, quiz.stored ?? null)
      : quiz.kind === 'value'
        ? wrongValues(right, quiz.base ?? 10, quiz.stored ?? null)
        : [];
  const wrong = Object.fromEntries([
    ...slips.map(({ answer, slip }) => [answer, slip] as const),
    // Last, since they know more than a slip's general words.
    ...own,
  ]);
  return { kind: quiz.kind, base, right, wrong };
}

/** Every mistake of one question. None where it may be shown. */
export function findQuizMistakes(name: string, quiz: Quiz, computed: Computed): readonly string[] {
  const found = [...findAnswerMistakes(quiz, computed), ...findWordMistakes(quiz, computed)];
  return found.map((message) => `Question "${name}": ${message}`);
}

function findAnswerMistakes(quiz: Quiz, computed: Computed): readonly string[] {
  if (computed.kind === 'nothing') return [sayNothing(computed.why)];
  const right = rightOf(quiz, computed);
  const text = computed.kind === 'text' ? computed.text : '';
  if (quiz.kind === 'choice') return findChoiceMistakes(quiz.choices, text);
  if (right === null)
    return [
      `its program gives ${quoted(text)}, which is no number. Let readers choose instead: kind: 'choice', choices: [${quoted(text)}, …]`,
    ];
  if (quiz.kind !== 'bytes' || quiz.stored?.numbers === undefined || computed.kind !== 'bytes')
    return [];
  const { type, littleEndian, numbers } = quiz.stored;
  const { byteSize } = ELEMENT_TYPES[type];
  const bytes = numbers.flatMap((each) => {
    const made = encodeElement(each, type);
    return [...(littleEndian ? made.reverse() : made)];
  });
  const stored = formatHex(Uint8Array.from(bytes), { start: 0, end: bytes.length });
  if (right === stored || right.startsWith(`${stored} `)) return [];
  return [
    `stored says ${String(numbers.length)} numbers of ${String(byteSize)} bytes, ${stored}, and its program leaves ${right}. Correct numbers, type or littleEndian.`,
  ];
}

function sayNothing(why: NoAnswer): string {
  switch (why.kind) {
    case 'buffer': {
      const near = nearest(why.name, why.names) ?? why.names[0];
      return near === undefined
        ? `its program has no buffer in a variable. Write, for example: const buffer = new ArrayBuffer(4);`
        : `its program has no one buffer named ${quoted(why.name)}. Write: buffer: ${quoted(near)}`;
    }
    case 'range':
      return `its range does not lie in the buffer, which has ${String(why.length)} bytes. Write, for example: range: { start: 0, end: ${String(why.length)} }`;
    case 'printed':
      return `the line it asks for prints nothing. Lines that print: ${why.lines.join(', ') || 'none'}. Write, for example: asks: { line: ${String(why.lines[0] ?? 1)} }`;
  }
}

function findChoiceMistakes(choices: readonly string[], right: string): readonly string[] {
  const messages: string[] = [];
  const once = [...new Set(choices)];
  const list = (of: readonly string[]) => `choices: [${of.map(quoted).join(', ')}]`;
  if (once.length < choices.length)
    messages.push(`two of its choices are the same. Write: ${list(once)}`);
  if (once.includes(''))
    messages.push(
      "one of its choices is empty. Give it a name: asks: { expression: `… || 'none'` }",
    );
  if (!once.includes(right))
    messages.push(
      `its program gives ${quoted(right)}, which is none of its choices. Write, for example: ${list([...once, right])}`,
    );
  if (once.length < 2)
    messages.push('it has one choice, and so is no question. Add one that stands for a mistake.');
  return messages;
}

function findWordMistakes(quiz: Quiz, computed: Computed): readonly string[] {
  const right = rightOf(quiz, computed);
  return Object.entries(quiz.words).flatMap(([locale, words]) => [
    ...findWrongMistakes(quiz, right, `words.${locale}.wrong`, words.wrong),
    ...Object.keys(quiz.words.en.wrong)
      .filter((answer) => !Object.hasOwn(words.wrong, answer))
      .map(
        (answer) =>
          `words.${locale}.wrong has nothing for ${quoted(answer)}, which words.en.wrong has. Add: ${quoted(answer)}: '…'`,
      ),
    ...findSentenceMistakes(`words.${locale}`, words),
    ...findLabelMistakes(quiz, `words.${locale}.choices`, words.choices ?? {}),
  ]);
}

function findWrongMistakes(
  quiz: Quiz,
  right: string | null,
  at: string,
  wrong: QuizWords['wrong'],
): readonly string[] {
  const messages: string[] = [];
  const seen = new Map<string, string>();
  for (const answer of Object.keys(wrong)) {
    const read = spellingOf(quiz, answer);
    if (read.kind === 'refused') {
      messages.push(
        `${at} has ${quoted(answer)}, which nobody can answer. Write ${quiz.kind === 'bytes' ? "bytes: '00 FF'" : "a number: '-2'"}`,
      );
      continue;
    }
    if (read.text === right)
      messages.push(
        `${at} says why ${quoted(answer)} is wrong, and that is what its program gives. Take it away, or correct the program.`,
      );
    if (quiz.kind === 'choice' && !quiz.choices.includes(answer)) {
      const near = nearest(answer, quiz.choices);
      messages.push(
        `${at} has ${quoted(answer)}, which is no choice. ${near === null ? 'Take it away.' : `Write: ${quoted(near)}`}`,
      );
    }
    if (quiz.kind === 'bytes' && right !== null && read.text.length !== right.length)
      messages.push(
        `${at} has ${quoted(answer)}, and there are ${String(right.split(' ').length)} fields. Write a byte for each.`,
      );
    const twin = seen.get(read.text);
    if (twin !== undefined)
      messages.push(`${at} has ${quoted(twin)} and ${quoted(answer)}, which are the same answer.`);
    seen.set(read.text, answer);
  }
  if (quiz.kind === 'choice')
    for (const choice of new Set(quiz.choices))
      if (choice !== right && !Object.hasOwn(wrong, choice))
        messages.push(
          `${at} has nothing for the choice ${quoted(choice)}. Add: ${quoted(choice)}: '…'`,
        );
  const told = new Map<string, string>();
  for (const [answer, text] of Object.entries(wrong)) {
    const twin = told.get(text);
    if (twin !== undefined)
      messages.push(
        `${at} says the same of ${quoted(twin)} and ${quoted(answer)}. Each stands for a misconception of its own: rewrite one.`,
      );
    told.set(text, answer);
  }
  return messages;
}

function findSentenceMistakes(at: string, words: QuizWords): readonly string[] {
  const sentences: readonly (readonly [string, string])[] = [
    ['question', words.question],
    ['because', words.because],
    ...Object.entries(words.wrong).map(([key, text]) => [`wrong[${quoted(key)}]`, text] as const),
  ];
  return sentences
    .filter(([, text]) => !/[.?!]$/.test(text))
    .map(
      ([key, text]) =>
        `${at}.${key} is no sentence: it ends with a full stop or a question mark. Write: ${quoted(`${text}.`)}`,
    );
}

function findLabelMistakes(
  quiz: Quiz,
  at: string,
  labels: Readonly<Record<string, string>>,
): readonly string[] {
  const choices = quiz.kind === 'choice' ? quiz.choices : [];
  return Object.keys(labels)
    .filter((choice) => !choices.includes(choice))
    .map((choice) => {
      const near = nearest(choice, choices);
      return `${at} labels ${quoted(choice)}, which is no choice. ${near === null ? 'Take it away.' : `Write: ${quoted(near)}`}`;
    });
}
