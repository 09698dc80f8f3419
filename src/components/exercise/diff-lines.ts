/** The way from one code to another, line by line; what is far from every change is left out. */
import { structuredPatch } from 'diff';

export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  /** 0-based; in the other code for added lines. */
  readonly index: number;
}

const CONTEXT = 3;

/** Stretches of lines; none where both codes are the same. */
export function diffLines(mine: string, other: string): readonly (readonly DiffLine[])[] {
  // Blank ends of lines make no other code.
  const plain = (code: string) => {
    const lines = code.split('\n').map((line) => line.trimEnd());
    return `${lines.join('\n')}\n`;
  };
  const options = { context: CONTEXT };
  const { hunks } = structuredPatch('', '', plain(mine), plain(other), '', '', options);
  return hunks.map(({ oldStart, newStart, lines }) => {
    let old = oldStart - 1;
    let fresh = newStart - 1;
    return lines.flatMap((line): DiffLine[] => {
      if (line.startsWith('-')) return [{ kind: 'removed', index: old++ }];
      if (line.startsWith('+')) return [{ kind: 'added', index: fresh++ }];
      if (!line.startsWith(' ')) return [];
      fresh++;
      return [{ kind: 'same', index: old++ }];
    });
  });
}
