/**
 * A question of the page comes alive: it judges, marks and remembers answers, and tells the page. The form, its words
 * and its answer key are in the HTML (Quiz.astro). Loaded when a reader turns to a question (wire.ts).
 */
import { PROGRESS_EVENT, type ProgressMark } from '../../core/progress/mark';
import { judgeAnswer, type AnswerKey, type Judgement } from '../../core/quiz/answer-key';
import { PREDICTED_EVENT } from '../../core/quiz/predicted';
import { textFor } from '../../i18n/locale';
import { quizText, type QuizText } from '../../i18n/quiz';
import { pageLocale } from '../shell/page-locale';
import { keep, readKept } from './answer-store';
import { wireByteFields } from './byte-fields';

interface Parts {
  readonly key: AnswerKey;
  /** The question: `views/window`. */
  readonly id: string;
  /** Text fields, or the radio buttons of a choice. */
  readonly inputs: readonly HTMLInputElement[];
  /** Offset of the first field's byte. */
  readonly firstByte: number;
  readonly status: HTMLElement;
  readonly error: HTMLElement;
  readonly again: HTMLButtonElement;
  readonly answer: HTMLDetailsElement;
  readonly text: QuizText;
}

const alive = new WeakMap<HTMLFormElement, Parts>();

function partsOf(form: HTMLFormElement): Parts {
  const { key, quiz, first } = form.dataset;
  const part = (selector: string) => form.querySelector(selector) as unknown;
  return {
    key: JSON.parse(key ?? '') as AnswerKey,
    id: quiz ?? '',
    inputs: [...form.querySelectorAll('input')],
    firstByte: Number(first),
    status: part('[role=status]') as HTMLElement,
    error: part('.q-error') as HTMLElement,
    again: part('[type=reset]') as HTMLButtonElement,
    answer: part('.q-answer') as HTMLDetailsElement,
    text: textFor(quizText, pageLocale),
  };
}

/** Makes the form work, once, and brings back what was answered before. */
export function bringToLife(form: HTMLFormElement): void {
  if (alive.has(form)) return;
  const parts = partsOf(form);
  alive.set(form, parts);
  const { key, id, inputs, answer } = parts;
  restore(form, parts);
  if (key.kind === 'bytes') wireByteFields(inputs);
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement) unmark(parts, target);
  });
  form.addEventListener('reset', () => {
    // The browser empties the fields once this has run.
    clear(form, parts);
    keep(
      localStorageOrNone(),
      id,
      isSeen(form) ? { typed: inputs.map(() => ''), seen: true } : null,
    );
    inputs[0]?.focus();
  });
  const onToggle = () => {
    if (!answer.open || form.dataset['state'] === 'right' || isSeen(form)) return;
    giveUp(form, parts);
  };
  answer.addEventListener('toggle', onToggle);
  // It may have been opened before this code had come.
  onToggle();
}

/** Judges what stands in the fields now. */
export function check(form: HTMLFormElement): void {
  const parts = alive.get(form);
  if (parts === undefined) return;
  const { key, id, inputs, answer, status } = parts;
  const typed = typedIn(parts);
  const judgement = judgeAnswer(key, typed);
  status.removeAttribute('aria-live');
  show(form, parts, judgement);
  if (judgement.kind === 'refused') {
    (key.kind === 'choice' ? inputs[0] : inputs[judgement.field])?.focus();
    return;
  }
  const seen = isSeen(form);
  keep(localStorageOrNone(), id, { typed, seen });
  const isRight = judgement.kind === 'right';
  if (isRight) {
    answer.open = true;
    uncover(form);
  }
  report(id, isRight && !seen);
}

const isSeen = (form: HTMLFormElement): boolean => form.dataset['seen'] !== undefined;

/** The texts of the fields; of a choice, the chosen one. */
function typedIn({ key, inputs }: Parts): readonly string[] {
  if (key.kind !== 'choice') return inputs.map(({ value }) => value);
  return [inputs.find(({ checked }) => checked)?.value ?? ''];
}

function restore(form: HTMLFormElement, parts: Parts): void {
  const { key, id, inputs, status } = parts;
  const kept = readKept(localStorageOrNone(), id, key.kind === 'choice' ? 1 : inputs.length);
  if (kept === null) return;
  if (kept.seen) form.dataset['seen'] = '';
  const typed = typedIn(parts);
  // Somebody was faster, or the browser has brought the fields back itself.
  const isUntouched = typed.every((text) => text === '');
  if (isUntouched && kept.typed.some((text) => text !== '')) {
    for (const [index, input] of inputs.entries()) {
      if (key.kind === 'choice') input.checked = input.value === kept.typed[0];
      else input.value = kept.typed[index] ?? '';
    }
    // It was said when it was new.
    status.setAttribute('aria-live', 'off');
    show(form, parts, judgeAnswer(key, typedIn(parts)));
  }
  if (kept.seen || form.dataset['state'] === 'right') uncover(form);
}

/** The answer was opened before it was found. */
function giveUp(form: HTMLFormElement, parts: Parts): void {
  form.dataset['seen'] = '';
  keep(localStorageOrNone(), parts.id, { typed: typedIn(parts), seen: true });
  uncover(form);
  report(parts.id, false);
}

function show(form: HTMLFormElement, parts: Parts, judgement: Judgement): void {
  clear(form, parts);
  const { key, inputs, firstByte, status, error, again, text } = parts;
  form.dataset['state'] = judgement.kind;
  if (judgement.kind === 'refused') {
    const { field, why } = judgement;
    const typed = typedIn(parts)[field]?.trim() ?? '';
    const byte = key.kind === 'bytes' ? firstByte + field : null;
    error.textContent = key.kind === 'choice' ? text.choose : text.refused(why, typed, byte);
    const bad = key.kind === 'choice' ? inputs : inputs.slice(field, field + 1);
    for (const input of bad) input.setAttribute('aria-invalid', 'true');
    return;
  }
  again.hidden = false;
  if (judgement.kind === 'right') {
    say(status, isSeen(form) ? text.rightSeen : text.right, null);
    markFields(parts, []);
    return;
  }
  const told = judgement.says === null ? null : wordsFor(form, judgement.says);
  const { name, why } = text.wrong(key.kind, judgement.differing.length, inputs.length);
  if (told === null) say(status, name, document.createTextNode(why));
  else say(status, null, told);
  markFields(parts, judgement.differing);
}

/** What the HTML has ready for a wrong answer. */
function wordsFor(form: HTMLFormElement, says: string): Node | null {
  const found = [...form.querySelectorAll('template')].find(
    ({ dataset }) => dataset['says'] === says,
  );
  return found?.content.cloneNode(true) ?? null;
}

function say(status: HTMLElement, name: string | null, why: Node | null): void {
  const strong = document.createElement('strong');
  strong.textContent = name;
  status.replaceChildren(...(name === null ? [] : [strong, ' ']), ...(why === null ? [] : [why]));
}

/** Fields that differ, and those that do not; of a choice, the chosen one. */
function markFields({ key, inputs }: Parts, differing: readonly number[]): void {
  for (const [index, input] of inputs.entries()) {
    if (key.kind === 'choice' && !input.checked) continue;
    const isWrong = differing.includes(key.kind === 'choice' ? 0 : index);
    input.dataset['mark'] = isWrong ? 'no' : 'yes';
    if (isWrong) input.setAttribute('aria-invalid', 'true');
  }
}

function unmark({ key, inputs, error }: Parts, changed: HTMLInputElement): void {
  for (const input of key.kind === 'choice' ? inputs : [changed]) {
    delete input.dataset['mark'];
    input.removeAttribute('aria-invalid');
  }
  error.textContent = '';
}

function clear(form: HTMLFormElement, { inputs, status, error, again, answer }: Parts): void {
  delete form.dataset['state'];
  for (const input of inputs) {
    delete input.dataset['mark'];
    input.removeAttribute('aria-invalid');
  }
  status.replaceChildren();
  error.textContent = '';
  again.hidden = true;
  answer.open = false;
}

/** The bench that follows shows what its recorded run left: it need not be kept from this reader any longer. */
function uncover(form: HTMLFormElement): void {
  const bench = form.dataset['predicts'];
  if (bench === undefined) return;
  const found = document.querySelector(`[data-bench="${CSS.escape(bench)}"]`);
  // Around the island, whose inside belongs to React.
  (found?.closest('astro-island') ?? found)?.setAttribute('data-predicted', '');
  document.dispatchEvent(new Event(PREDICTED_EVENT));
}

function report(id: string, correct: boolean): void {
  const [lesson = '', name = ''] = id.split('/');
  const detail: ProgressMark = { kind: 'quiz', lesson, id: name, correct };
  document.dispatchEvent(new CustomEvent(PROGRESS_EVENT, { detail }));
}

/** Where storage is forbidden, to ask for it is an error already. */
function localStorageOrNone(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  try {
    return localStorage;
  } catch {
    return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  }
}
