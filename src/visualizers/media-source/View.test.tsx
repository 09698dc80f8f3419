import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { NetLog } from '../../core/trace/net-log';
import { createStepStore } from '../timeline/step-store';
import { appendedFile } from './appended';
import { planPlayback, sceneAt } from './model';
import { RecordedPlayer } from './playback.fixture';
import MediaSourceView from './View';

function draw(player: RecordedPlayer, step?: number, log: NetLog | null = null): string {
  const trace = player.trace();
  const store = createStepStore(trace, step === undefined ? {} : { step });
  return renderToString(
    <MediaSourceView trace={trace} log={log} store={store} locale="en" />,
  ).replaceAll('<!-- -->', '');
}

const player = new RecordedPlayer()
  .open()
  .append(100, 0, 1)
  .append(100, 2, 3)
  .threw(90, 'InvalidStateError')
  .plays('playing', 0)
  .plays('waiting', 0.97);

test('what is drawn stands in words too: ranges, the state, and why playing waits', () => {
  const html = draw(player);
  expect(html).toContain('0.00–1.00, 2.00–3.00');
  expect(html).toContain(
    'buffered from 0.00 to 1.00 seconds and from 2.00 to 3.00 seconds; missing from 1.00 to 2.00 seconds; the playhead is at 0.97 seconds',
  );
  expect(html).toContain(
    'Stalled at 0.97 s, where the buffered range ends: the next range begins only at 2.00 s: what lies between has not been appended.',
  );
  expect(html).toContain('aria-current="true">open');
  expect(html).toContain('Append 3, threw, InvalidStateError, 90 bytes, line 12');
  expect(html).toContain('updating as a line: it rose 2 times lately, and is low now');
  expect(html).toContain('aria-label="Append 2, appended, 100 bytes, line 11"');
});

test('at an earlier step it is as it was then', () => {
  const html = draw(player, 8);
  expect(html).toContain('aria-label="Append 2, appending, 100 bytes, line 11"');
  expect(html).not.toContain('Stalled');
  expect(html).not.toContain('threw');
  expect(draw(player, 0)).toContain('At this step there is no MediaSource yet.');
});

test('an append is read with those before it; what is not kept, and what is none, is said', () => {
  const ebml = Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 0x80, 0x18, 0x53, 0x80, 0x67, 0xff);
  const cluster = Uint8Array.of(0x1f, 0x43, 0xb6, 0x75, 0x83, 0xe7, 0x81, 5);
  const recorded = new RecordedPlayer().open();
  for (const bytes of [ebml, cluster]) recorded.begin(bytes.length, bytes).finish(null);
  recorded
    .begin(4000)
    .finish(null)
    .begin(3, Uint8Array.of(1, 2, 3))
    .finish(null);
  const trace = recorded.trace();
  const appends = sceneAt(planPlayback(trace, null), Infinity, 1)?.buffers[0]?.appends ?? [];
  const [, second, third, fourth] = appends;
  if (!second || !third || !fourth) throw new Error('not four appends');
  const file = appendedFile(trace, appends, second);
  expect(file).toMatchObject({
    framed: { start: 10, end: 18 },
    chosen: 10,
    tree: { format: 'webm', problems: [] },
  });
  expect(appendedFile(trace, appends, third)).toBe('not kept');
  expect(appendedFile(trace, appends, fourth)).toBe('not read');
});
