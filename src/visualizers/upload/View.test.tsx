import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import {
  goodUpload,
  longUpload,
  resumedUpload,
  twoUploads,
} from '../../core/trace/net-log.fixture';
import type { NetLog } from '../../core/trace/net-log';
import type { NetFocus } from '../messages/focus';
import { EVERYTHING, type NetStep } from '../messages/moment';
import { planUploads, uploadsAt } from './model';
import { UploadLanes } from './View';

const html = (
  log: NetLog,
  step: NetStep = EVERYTHING,
  more: { focus?: NetFocus; now?: number } = {},
) =>
  renderToString(
    <UploadLanes
      files={uploadsAt(planUploads(log), step)}
      locale="en"
      focus={more.focus ?? null}
      chosen={null}
      now={more.now ?? null}
      onPoint={() => undefined}
      onChoose={() => undefined}
    />,
  ).replaceAll('<!-- -->', '');

const names = (page: string) =>
  [...page.matchAll(/<button[^>]*aria-label="([^"]*)"/g)].map(([, name]) => name);
const totals = (page: string) =>
  [...page.matchAll(/class="up-totals">([^<]*)</g)].map(([, text]) => text);
const stepOf = (log: NetLog, id: number) => log.messages[id]?.step ?? 0;

describe('upload lanes', () => {
  const log = goodUpload();

  it('name every chunk by its bytes and how far they have come', () => {
    expect(names(html(log, stepOf(log, 6)))).toEqual([
      'Chunk 1, bytes 0 to 102,399, acknowledged',
      'Chunk 2, bytes 102,400 to 204,799, in flight',
      'Chunk 3, bytes 204,800 to 249,999, not sent',
    ]);
  });

  it('say the totals, so that nothing depends on what is drawn', () => {
    expect(totals(html(log, stepOf(log, 6)))).toEqual([
      'sent 204,800 of 250,000 bytes (81.92 %), acknowledged 102,400 (40.96 %), saved 0 (0 %)',
    ]);
    expect(totals(html(log))).toEqual([
      'sent 250,000 of 250,000 bytes (100 %), acknowledged 250,000 (100 %), saved 250,000 (100 %)',
    ]);
  });

  it('have one tab stop for each file', () => {
    expect(html(log).match(/tabindex="0"/gi)).toHaveLength(1);
    expect(html(twoUploads()).match(/tabindex="0"/gi)).toHaveLength(2);
  });

  it('tell KiB from kB for the chunk that is pointed at, and name its messages', () => {
    const focus = { kind: 'message', id: 4 } as const;
    expect(html(log, EVERYTHING, { focus })).toContain(
      '<b>bytes 0 to 102,399</b><span>102,400 bytes (100 KiB, 102.4 kB)</span><span class="up-state">saved</span><span class="mut">messages 5, 6, and 12</span>',
    );
  });

  it('light every chunk that a message speaks of', () => {
    const focus = { kind: 'message', id: 11 } as const;
    const page = html(log, EVERYTHING, { focus });
    expect(page.match(/class="up-chunk lit"/g)).toHaveLength(3);
    expect(page).toContain('<b>bytes 0 to 249,999</b>');
  });

  it('mark the chunk whose message the shown step is', () => {
    expect(html(log, stepOf(log, 6), { now: 6 }).match(/class="up-chunk now"/g)).toHaveLength(1);
  });

  it('say that a chunk was sent twice, and what it was like when it was lost', () => {
    const resumed = resumedUpload();
    expect(names(html(resumed))[1]).toBe('Chunk 2, bytes 102,400 to 204,799, saved, sent 2 times');
    const close = resumed.messages.findIndex(({ what }) => what === 'close');
    const page = html(resumed, stepOf(resumed, close));
    expect(names(page)[1]).toBe(
      'Chunk 2, bytes 102,400 to 204,799, sent, and the connection was lost before an answer',
    );
    expect(page).toContain('class="up-bar lost" style="inset-inline-start:40.960%');
  });

  it('hold many chunks together', () => {
    expect(names(html(longUpload(100)))[0]).toBe('Chunks 1–5, bytes 0 to 4,999, acknowledged');
  });

  it('say so when nothing has been sent', () => {
    expect(html({ lab: 'page', messages: [], omitted: 0 })).toContain(
      'No bytes of a file have been sent.',
    );
  });
});
