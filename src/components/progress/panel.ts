/** Makes the page about progress work: counts, a copy saved and opened, a reset and its undo, texts set aside. */
import {
  copyName,
  formatCopy,
  isAnswer,
  isKept,
  MOST_COPY_BYTES,
  parseCopy,
  type Copy,
} from '../../core/progress/copy';
import { parseProgressText } from '../../core/progress/parse';
import {
  addTo,
  formatProgress,
  reset,
  type PartKind,
  type Progress,
} from '../../core/progress/progress';
import { countDone, countGained } from '../../core/progress/totals';
import { LOCALES, DEFAULT_LOCALE, textFor } from '../../i18n/locale';
import { progressText } from '../../i18n/progress';
import { downloadText } from '../../loader/download';
import type { PartsData } from '../../loader/parts-data';
import { keeper } from '../../loader/progress-keeper';
import { unreadableKeys, unreadableSince } from '../../loader/progress-store';

const root = document.documentElement;
const locale = LOCALES.find((known) => known === root.lang) ?? DEFAULT_LOCALE;
const text = textFor(progressText, locale);

const lessons = JSON.parse(
  document.getElementById('lesson-parts')?.textContent ?? '{}',
) as PartsData;

function find(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`The page about progress has no ${selector}.`);
  return element;
}
const say = (where: 'copy' | 'anew' | 'aside', what: string) => {
  find(`[data-said="${where}"]`).textContent = what;
};

/** Storage, or nothing where the browser forbids it. */
function storageOf(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function drawCounts(progress: Progress): void {
  for (const cell of document.querySelectorAll<HTMLElement>('[data-count]')) {
    const { lesson = '', count } = cell.dataset;
    const { done, total } = countDone(progress, lesson, lessons[lesson]?.parts ?? [])[
      count as PartKind
    ];
    cell.textContent = text.page.ofTotal(done, total);
  }
}

function saveCopy(): void {
  const storage = storageOf();
  const kept = Object.fromEntries(
    Object.keys(storage ?? {})
      .filter(isKept)
      .map((key) => [key, storage?.getItem(key) ?? '']),
  );
  const now = new Date();
  const name = copyName(now);
  downloadText(name, formatCopy({ progress: keeper().progress, kept }, now));
  say('copy', text.said.saved(name));
}

async function openCopy(file: File): Promise<string> {
  if (file.size > MOST_COPY_BYTES)
    return text.said.tooLarge(file.name, `${MOST_COPY_BYTES / 1_000_000} MB`);
  let content: string;
  try {
    content = await file.text();
  } catch {
    return text.said.unopened(file.name);
  }
  const parsed = parseCopy(content);
  if (parsed.kind === 'mistake') return text.said.refused(file.name, parsed.mistake);
  // Both together may be more than can be read again.
  const joined = parseProgressText(formatProgress(addTo(keeper().progress, parsed.value.progress)));
  if (joined.kind === 'mistake') return text.said.refused(file.name, joined.mistake);
  return takeIn(parsed.value);
}

/** Adds what a copy holds. Where an edit or an answer here differs from the copy's, the one here stays. */
function takeIn({ progress, kept }: Copy): string {
  const before = keeper().progress;
  keeper().update((now) => addTo(now, progress));
  const parts = countGained(before, keeper().progress);
  const storage = storageOf();
  let came = 0;
  let left = 0;
  let unsaved = 0;
  for (const [key, value] of Object.entries(kept)) {
    try {
      const here = storage?.getItem(key) ?? null;
      if (here === null) {
        if (storage === null) throw new Error('no storage');
        storage.setItem(key, value);
        came += 1;
      } else if (here !== value) left += 1;
    } catch {
      unsaved += 1;
    }
  }
  return text.said.imported({ parts, texts: came, left, unsaved });
}

interface Taken {
  readonly progress: Progress;
  /** Answers to questions, by key. */
  readonly answers: Readonly<Record<string, string>>;
}

/** What resets took away, until it is undone or the page is left. */
let before: Taken | null = null;

function resetProgress(): void {
  const { progress } = keeper();
  const answers = takeAnswers();
  const isEmpty = Object.keys(progress.lessons).length === 0 && progress.place === null;
  if (isEmpty && Object.keys(answers).length === 0) {
    say('anew', text.said.nothingToReset);
    return;
  }
  before =
    before === null
      ? { progress, answers }
      : { progress: addTo(progress, before.progress), answers: { ...before.answers, ...answers } };
  keeper().update(reset);
  find('[data-undo]').hidden = false;
  say('anew', text.said.reset);
}

function undoReset(): void {
  const back = before;
  before = null;
  if (back !== null) {
    keeper().update((progress) => addTo(progress, back.progress));
    putBack(back.answers);
  }
  // The focus was on the button that goes.
  find('[data-reset]').focus();
  find('[data-undo]').hidden = true;
  say('anew', text.said.undone);
}

/** The answers kept on this device, which are there no longer. */
function takeAnswers(): Record<string, string> {
  const storage = storageOf();
  const keys = Object.keys(storage ?? {}).filter(isAnswer);
  const answers = Object.fromEntries(keys.map((key) => [key, storage?.getItem(key) ?? '']));
  for (const key of keys) storage?.removeItem(key);
  return answers;
}

/** What was answered since then stays. There is room: as much was taken away. */
function putBack(answers: Taken['answers']): void {
  const storage = storageOf();
  for (const [key, answer] of Object.entries(answers)) {
    try {
      if (storage?.getItem(key) === null) storage.setItem(key, answer);
    } catch {
      // Another tab has filled the room.
    }
  }
}

/** Lists what could not be read and was set aside, with a way to save and to delete each. */
function drawAside(): void {
  const { aside } = text.page;
  const storage = storageOf();
  const keys = storage === null ? [] : unreadableKeys(storage);
  const button = (text: string, label: string, onClick: () => void) => {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = 'btn';
    element.textContent = text;
    element.setAttribute('aria-label', label);
    element.addEventListener('click', onClick);
    return element;
  };
  find('[data-aside]').hidden = keys.length === 0;
  find('[data-aside-list]').replaceChildren(
    ...keys.map((key) => {
      const at = new Date(unreadableSince(key)).toLocaleString(locale);
      const item = document.createElement('li');
      item.className = 'actions';
      item.append(
        at,
        button(aside.save, aside.saveThat(at), () =>
          downloadText('bytescope-progress-unreadable.txt', storage?.getItem(key) ?? ''),
        ),
        button(aside.remove, aside.removeThat(at), () => {
          storage?.removeItem(key);
          drawAside();
          say('aside', aside.removed);
          document.getElementById('main')?.focus({ preventScroll: true });
        }),
      );
      return item;
    }),
  );
}

addEventListener('bytescope:draw-progress', () => {
  drawCounts(keeper().progress);
  drawAside();
});
find('[data-save-copy]').addEventListener('click', saveCopy);
const chosen = find('[data-copy-file]') as HTMLInputElement;
find('[data-open-copy]').addEventListener('click', () => chosen.click());
chosen.addEventListener('change', () => {
  const [file] = chosen.files ?? [];
  if (!file) return;
  void openCopy(file).then((said) => {
    say('copy', said);
    // Or the same file could not be chosen again.
    chosen.value = '';
  });
});
find('[data-reset]').addEventListener('click', resetProgress);
find('[data-undo]').addEventListener('click', undoReset);
drawCounts(keeper().progress);
drawAside();
