import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { lessonTrace, loopTrace, Recording } from '../../core/trace/step-trace.fixture';
import { EMPTY_TRACE, type Trace } from '../../core/trace/trace';
import { createStepStore } from './step-store';
import { Transport } from './Transport';
import { Timeline } from './View';

const finalBuffer = {
  id: 0,
  name: null,
  byteLength: 16,
  maxByteLength: null,
  shared: false,
  detached: false,
  bytes: new Uint8Array(16),
  written: new Uint8Array(16),
  line: null,
};

const htmlOf = (trace: Trace, step: number) => {
  const store = createStepStore(trace, { step });
  return renderToString(
    <>
      <Transport trace={trace} store={store} locale="en" />
      <Timeline trace={trace} store={store} locale="en" onRecordFrom={() => undefined} />
    </>,
  ).replaceAll('<!-- -->', '');
};

describe('the timeline on the server', () => {
  const html = htmlOf(lessonTrace(), 7);

  it('is a slider that says what the step does', () => {
    expect(html).toMatch(/role="slider" tabindex="0" aria-label="Step"/i);
    expect(html).toContain('aria-valuemin="0" aria-valuemax="23" aria-valuenow="7"');
    expect(html).toContain('aria-valuetext="Step 7 of 23. Write i16[1] = −2, bytes 2 to 3"');
    expect(htmlOf(lessonTrace(), 3)).toContain('Step 3 of 23. Read i16[0], bytes 0 to 1"');
    expect(htmlOf(lessonTrace(), 0)).toContain('aria-valuetext="Before step 1 of 23."');
  });

  it('says step, line and statement in words', () => {
    expect(html).toContain('<b>Step 7 of 23</b>, line 16');
    expect(html).toContain('<code>i16[1] = -2</code>');
  });

  it('draws each look once: a path for each family, solid or hollow', () => {
    const looks = [...html.matchAll(/class="op ([^"]*)"/g)].map(([, look]) => look);
    expect(looks).toEqual([
      'u write',
      'f write',
      'i write',
      'd write',
      'i read',
      'u read',
      'f read',
    ]);
    // Step 4 writes four bytes from the fourth on: sixteen units from the sixteenth.
    expect(html).toMatch(/class="op f write" d="M[\d.]+ 16\.5h[\d.]+v15h/);
  });

  it('stays as small for tens of thousands of steps', () => {
    const long = htmlOf(loopTrace(10_000, 4096), 5);
    expect(long.length).toBeLessThan(60_000);
    expect(long).toContain('line 3, 10,000 reads; line 4, 10,000 writes');
  });

  it('names what was not recorded, and offers to begin there', () => {
    const capped = htmlOf({ ...lessonTrace(), unrecorded: 1_234_567 }, 7);
    expect(capped).toContain('1,234,567 accesses not recorded');
    expect(capped).toContain('Run again and record from access 24 on');
    expect(capped.match(/class="tl-gap"/g)).toHaveLength(1);
    const end = { buffers: [finalBuffer], views: [], calls: [], omittedBuffers: 0 };
    const atEnd = htmlOf({ ...lessonTrace(), unrecorded: 1_234_567, final: end }, 23);
    expect(atEnd).toContain('<b>End of the run</b>');
    expect(atEnd).toMatch(
      /aria-valuetext="End of the run, after step 23: 1,234,567 accesses not recorded; [^"]*changed\./,
    );
    expect(atEnd).not.toContain('Step 23 of 23');
    const later = htmlOf({ ...lessonTrace(), skipped: 1 }, 7);
    expect(later).toContain('one access before the recording began');
    expect(later).not.toContain('Record from here');
  });

  it('says that nothing was touched', () => {
    expect(htmlOf(EMPTY_TRACE, 0)).toContain('No step touched memory.');
    const untouched = new Recording();
    untouched.buffer('buffer', 8);
    expect(htmlOf(untouched.trace(), 0)).toContain('aria-valuetext="No step touched memory."');
  });
});
