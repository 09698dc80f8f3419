import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { goodUpload, longUpload, resumedUpload } from '../../core/trace/net-log.fixture';
import type { NetLog } from '../../core/trace/net-log';
import { messagesOf, pointTo } from './focus';
import { logRows, ROWS_AT_ONCE } from './model';
import { EVERYTHING, messagesAt, type NetStep } from './moment';
import { MessageLog } from './View';

const html = (log: NetLog, step: NetStep = EVERYTHING) =>
  renderToString(
    <MessageLog
      log={log}
      step={step}
      locale="en"
      lit={new Set()}
      chosen={null}
      onPoint={() => undefined}
      onChoose={() => undefined}
    />,
  )
    .replaceAll('<!-- -->', '')
    .replaceAll('&#x27;', "'");

/** What a row is called: its text, but for what only eyes see. */
const names = (page: string) =>
  [...page.matchAll(/<button[^>]*data-message[^>]*>(.*?)<\/button>/g)].map(([, row = '']) =>
    row
      .replaceAll(/<(b|em) aria-hidden="true">[^<]*<\/\1>/g, '')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/ +/g, ' ')
      .replaceAll(' ,', ','),
  );

describe('the message log', () => {
  const log = goodUpload();

  it('says of each message where it went, what it carried and what became of it', () => {
    expect(names(html(log)).slice(4, 6)).toEqual([
      "Message 5, 9 ms, to the lab, /upload chunk, {id: 'u1', offset: 0}, Uint8Array(102400), 102,400 bytes, arrived",
      "Message 6, 11 ms, from the lab, /upload chunk, answers 5, {kind: 'ack', next: 102400, saved: 102400}, arrived",
    ]);
  });

  it('marks the message of the step, and keeps what comes later in its place', () => {
    const step = log.messages[4]?.step ?? 0;
    const page = html(log, step);
    expect(page.match(/data-message="4"[^>]*aria-current="step"/)).not.toBeNull();
    expect(names(page)[4]).toMatch(/on its way$/);
    expect(names(page)[5]).toBe(
      "Message 6, from the lab, /upload chunk, answers 5, {kind: 'ack', next: 102400, saved: 102400}, not yet",
    );
    expect(page).toContain('1 on their way, 7 not yet at this step');
  });

  it('marks none at the end, where the log is a printed result', () => {
    expect(html(log)).not.toContain('aria-current');
  });

  it('has one tab stop', () => {
    expect(html(log).match(/tabindex="0"/gi)).toHaveLength(1);
  });

  it('says in words which were lost', () => {
    expect(html(resumedUpload())).toContain('18 messages, 1 lost');
  });

  it('shows a part of a long log around the step, and says how much there is besides', () => {
    const long = longUpload(300);
    const first = logRows(messagesAt(long, 1));
    expect([first.earlier, first.rows.length, first.later]).toEqual([0, ROWS_AT_ONCE, 404]);
    const last = logRows(messagesAt(long, EVERYTHING));
    expect([last.earlier, last.rows.length, last.later]).toEqual([404, ROWS_AT_ONCE, 0]);
    expect(html(long)).toContain('Show 404 earlier messages');
    expect(html({ ...long, omitted: 1234 })).toContain(
      'and 1,234 more: a run keeps its first ones.',
    );
  });
});

describe('what belongs together', () => {
  const log = goodUpload();

  it('is a message and what answers it', () => {
    expect([...messagesOf({ kind: 'message', id: 4 }, log)]).toEqual([4, 5]);
    expect([...messagesOf({ kind: 'message', id: 5 }, log)]).toEqual([5, 4]);
    expect([...messagesOf(null, log)]).toEqual([]);
  });
});

it('what the keyboard points at stays lit when a pointer that rests is left behind', () => {
  const at = (id: number) => ({ kind: 'message', id }) as const;
  const hovered = pointTo(null, at(1), 'pointer');
  expect(pointTo(hovered, at(1), 'pointer')).toBe(hovered);
  const focused = pointTo(hovered, at(2), 'focus');
  expect(pointTo(focused, null, 'pointer')).toBe(focused);
  expect(pointTo(focused, null, 'focus')).toBeNull();
});
