/** Rules on what a call told its listener: the percentages of a progress bar. */
import type { Call } from './attempt';
import { fails } from './feedback';
import type { ListenerRecord } from './lab';
import { fileOf, recordOf } from './records';
import { noResult, type CallRule } from './result-rules';

/** The nth argument was called with these percentages, to two decimals, in this order. */
export function reported(input: number, expected: (call: Call) => readonly number[]): CallRule {
  return (call) => {
    const { calls } = recordOf(call, input, 'listener');
    const wanted = expected(call);
    for (let index = 0; index < Math.max(wanted.length, calls.length); index++) {
      const found = calls[index];
      const value = found === undefined ? null : numberOf(found.value);
      const want = wanted[index];
      if (want !== undefined && value !== null && Math.abs(value - want) < 0.005) continue;
      const stopped = found === undefined ? noResult(call) : null;
      if (stopped !== null) return stopped;
      return fails(call, {
        kind: 'progress',
        index,
        expected: want === undefined ? null : want.toFixed(2),
        found: found === undefined ? null : textOf(found.value),
      });
    }
    return null;
  };
}

/** At no moment was more reported than the lab had acknowledged. */
export function reportedNoMoreThanAcknowledged(input: number): CallRule {
  return (call) => {
    const { byteLength } = fileOf(call, 'socket');
    const early = recordOf(call, input, 'listener').calls.find(({ value, acknowledged }) => {
      const share = byteLength === 0 ? 100 : ((acknowledged ?? 0) / byteLength) * 100;
      return (numberOf(value) ?? 0) > share + 0.005;
    });
    if (early === undefined) return null;
    return fails(call, {
      kind: 'unearned',
      said: textOf(early.value),
      acknowledged: early.acknowledged ?? 0,
    });
  };
}

function numberOf(value: ListenerRecord['calls'][number]['value']): number | null {
  if (value.kind === 'primitive' && value.type === 'number') return Number(value.text);
  // Two decimals are often made by toFixed, which gives a string.
  const text = value.kind === 'string' ? value.text.replace(/\s*%$/, '') : '';
  return text === '' ? null : Number(text);
}

const textOf = (value: ListenerRecord['calls'][number]['value']): string =>
  value.kind === 'primitive' || value.kind === 'string' ? value.text : value.kind;
