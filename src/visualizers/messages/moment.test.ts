import { describe, expect, it } from 'vitest';
import { goodUpload, resumedUpload } from '../../core/trace/net-log.fixture';
import type { NetLog } from '../../core/trace/net-log';
import { EVERYTHING, lastNetStep, messagesAt } from './moment';

const fatesAt = (log: NetLog, step: number) => messagesAt(log, step).map(({ fate }) => fate);

describe('a message log at a step', () => {
  const log = goodUpload();
  const chunk = log.messages[4];
  const ack = log.messages[5];

  it('has nothing before the first message', () => {
    expect(new Set(fatesAt(log, 0))).toEqual(new Set(['not yet']));
  });

  it('has a chunk on its way when it has just been sent, and no answer yet', () => {
    expect(fatesAt(log, chunk?.step ?? 0).slice(3, 7)).toEqual([
      'arrived',
      'on its way',
      'not yet',
      'not yet',
    ]);
  });

  it('has both once the answer was heard', () => {
    expect(fatesAt(log, ack?.step ?? 0).slice(3, 7)).toEqual([
      'arrived',
      'arrived',
      'arrived',
      'not yet',
    ]);
  });

  it('has everything as it ended at the end', () => {
    expect(fatesAt(log, EVERYTHING)).toEqual(log.messages.map(({ fate }) => fate));
  });

  it('is the same between two messages, so that nothing is drawn for other steps', () => {
    expect(lastNetStep(log, (chunk?.step ?? 0) - 1)).toBe(log.messages[3]?.step);
    expect(lastNetStep(log, 0)).toBe(0);
    expect(lastNetStep(log, 10_000)).toBe(log.messages.at(-1)?.step);
  });
});

it('knows a lost message as lost, and none that came after it before its step', () => {
  const log = resumedUpload();
  const lost = log.messages.find(({ fate }) => fate === 'lost');
  expect(fatesAt(log, lost?.step ?? 0).slice(lost?.id)).toEqual([
    'lost',
    ...log.messages.slice((lost?.id ?? 0) + 1).map(() => 'not yet'),
  ]);
});
