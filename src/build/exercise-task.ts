/**
 * An exercise's task file, `task.en.mdx`: the title and three hints in its frontmatter, the task as its text. The
 * frontmatter is a small part of YAML, so that the checks, which run without Astro, read it as Astro does.
 */

export interface TaskText {
  readonly title: string;
  /** Where to look, what to use, nearly the answer. Code stands between backticks. */
  readonly hints: readonly [string, string, string];
  /** MDX. */
  readonly body: string;
}

/** An author's mistake in it, with the corrected text. */
export interface TaskMistake {
  /** 1-based. */
  readonly line: number | null;
  readonly message: string;
}

export type ParsedTask =
  | { readonly kind: 'task'; readonly task: TaskText }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly TaskMistake[] };

const LONGEST_TITLE = 40;

const EXAMPLE = `---
title: Window
hints:
  - "Where to look."
  - "What to use."
  - "Nearly the answer."
---`;

export function parseTask(text: string): ParsedTask {
  const lines = text.replace(/\r\n/g, '\n').split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    return mistaken([
      [null, `A task begins with its title and hints. Write, for example:\n${EXAMPLE}`],
    ]);
  }
  const mistakes: (readonly [number | null, string])[] = [];
  let title = '';
  const hints: string[] = [];
  lines.slice(1, end).forEach((line, i) => {
    const at = i + 2;
    const hint = /^\s+- ?(.*)$/.exec(line)?.[1];
    const [, key, value = ''] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (hint !== undefined) {
      const read = unquote(hint);
      if (read === null || !hint.startsWith('"'))
        mistakes.push([
          at,
          `A hint stands between double quotes. Write:   - ${JSON.stringify(hint)}`,
        ]);
      hints.push(read ?? hint);
    } else if (key === 'title') {
      const read = unquote(value);
      if (read === null || /^[^"].*: |^[`@%&*!|>{[#'-]/.test(value))
        mistakes.push([
          at,
          `This title needs double quotes. Write: title: ${JSON.stringify(value)}`,
        ]);
      title = read ?? value;
    } else if (key === 'hints' ? value !== '' : line.trim() !== '') {
      const found = key === undefined ? 'This line is' : `"${key}" is`;
      mistakes.push([
        at,
        key === 'hints'
          ? 'Each hint stands on a line of its own. Write: hints:\n  - "Where to look."'
          : `${found} not a field of a task, which has title and hints. Write, for example:\n${EXAMPLE}`,
      ]);
    }
  });
  if (title === '') mistakes.push([null, 'A task has a title. Write, for example: title: Window']);
  if (title.length > LONGEST_TITLE)
    mistakes.push([
      null,
      `The title has ${String(title.length)} characters; ${String(LONGEST_TITLE)} are the most.`,
    ]);
  const [first, second, third] = hints;
  if (first === undefined || second === undefined || third === undefined || hints.length > 3)
    mistakes.push([
      null,
      `A task has three hints (where to look, what to use, nearly the answer), and this one has ${String(hints.length)}.`,
    ]);
  for (const hint of hints)
    if (hint.trim() === '') mistakes.push([null, 'A hint says something. Write a sentence.']);
  const body = lines
    .slice(end + 1)
    .join('\n')
    .trim();
  if (body === '')
    mistakes.push([null, 'There is no task. Say below the second --- what the reader is to do.']);
  if (mistakes.length > 0) return mistaken(mistakes);
  return {
    kind: 'task',
    task: { title, hints: [first ?? '', second ?? '', third ?? ''], body },
  };
}

function mistaken(found: readonly (readonly [number | null, string])[]): ParsedTask {
  return { kind: 'mistakes', mistakes: found.map(([line, message]) => ({ line, message })) };
}

/** Plain text, or a text between double quotes as JSON has it; null when the quotes are wrong. */
function unquote(value: string): string | null {
  if (!value.startsWith('"')) return value;
  try {
    const read: unknown = JSON.parse(value);
    return typeof read === 'string' ? read : null;
  } catch {
    return null;
  }
}
