import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { lessonTrace, loopTrace, Recording } from '../../core/trace/step-trace.fixture';
import type { Trace } from '../../core/trace/trace';
import { createStepStore } from '../timeline/step-store';
import { MemoryReplay } from './memory-replay';
import { StepMemoryView } from './StepView';

function htmlAt(trace: Trace, step: number): string {
  const replay = new MemoryReplay(trace, createStepStore(trace, { step }));
  return renderToString(<StepMemoryView replay={replay} locale="en" />).replaceAll('<!-- -->', '');
}
/** The opening tag and the text of the cell of that name. */
function cellOf(html: string, name: string): string {
  const at = html.indexOf(`data-name="${name}"`);
  return at === -1 ? '' : html.slice(html.lastIndexOf('<', at), html.indexOf('</span>', at));
}

describe('the memory of a recorded run', () => {
  const html = htmlAt(lessonTrace(), 7);

  it('shows the step: changed bytes, changed values, the lane that did it', () => {
    expect(cellOf(html, 'byte 2')).toContain('class="byte chg"');
    expect(cellOf(html, 'byte 2')).toContain('aria-label="byte 2, hex FE, 254, changed"');
    expect(cellOf(html, 'byte 1')).toContain('class="byte"');
    expect(cellOf(html, 'i16[1]')).toContain('class="cell i chg now"');
    expect(cellOf(html, 'i16[1]')).toContain('aria-label="i16[1], bytes 2 to 3, −2, changed"');
    expect(cellOf(html, 'f32[0]')).toContain('class="cell f chg"');
    expect(cellOf(html, 'u8[8]')).toContain('class="cell u zero"');
  });

  it('frames what the step touches', () => {
    expect(html).toContain('<span class="head write" style="--b:2;--w:2"></span>');
    expect(html).toContain('<span class="head-tag" style="--b:2;--w:2">write</span>');
    expect(htmlAt(lessonTrace(), 3)).toContain('<span class="head read" style="--b:0;--w:2">');
  });

  it('keeps a place for calls that are still to be made', () => {
    expect(cellOf(html, 'dv.setInt16(8)')).toMatch(/^<span class="brk set[^"]* future/);
    expect(cellOf(htmlAt(lessonTrace(), 10), 'dv.setInt16(8)')).toMatch(
      /^<span class="brk set(?! [^"]*future)[^"]* now/,
    );
  });

  it('has the same places at every step, so that nothing moves', () => {
    const places = (text: string) =>
      [...text.matchAll(/data-b="(\d+)" data-w="(\d+)" data-name="([^"]*)"/g)].map(([all]) => all);
    for (let step = 0; step <= 23; step++)
      expect(places(htmlAt(lessonTrace(), step))).toEqual(places(html));
  });

  it('explains the step in the readout', () => {
    expect(html).toContain('the write also changed u8[2], u8[3] and f32[0]');
    expect(htmlAt(lessonTrace(), 0)).toContain('Before the first step: no byte has been touched.');
  });

  it('says what is not there yet, and what is not there any more', () => {
    const recording = new Recording();
    const pool = recording.buffer('pool', 4, { maxByteLength: 16 });
    const u8 = recording.view('u8', 'Uint8Array', pool);
    u8.write(0, 1);
    const late = recording.view('late', 'Uint16Array', pool, { line: 3 });
    recording.resize(pool, 2);
    recording.resize(pool, 16);
    recording.buffer('other', 4, { line: 9, shared: true });
    recording.detach(pool);
    const trace = recording.trace();
    expect(late.id).toBe(1);
    expect(htmlAt(trace, 0)).toContain('not made yet, line 3 makes it');
    expect(htmlAt(trace, 0)).toContain('Not made yet, line 9 makes it.');
    expect(htmlAt(trace, 0)).toContain('other, not made yet');
    expect(htmlAt(trace, 1)).toContain('pool, 4 bytes of at most 16');
    expect(htmlAt(trace, 2)).toContain('length 0, out of bounds');
    expect(cellOf(htmlAt(trace, 2), 'u8[3]')).toContain('absent');
    expect(cellOf(htmlAt(trace, 2), 'byte 3')).toContain('room');
    expect(htmlAt(trace, 3)).toContain('other, shared, 4 bytes');
    expect(htmlAt(trace, 4)).toContain('pool, detached');
    expect(htmlAt(trace, 4)).toContain('Detached. Its bytes have moved to a new owner.');
  });

  it('opens a large buffer where the head is', () => {
    const trace = loopTrace(100, 4096, 2);
    // Turn 50 writes byte 343.
    expect(htmlAt(trace, 100)).toContain('bytes 312 to 343 of 4,096');
  });
});
