import { expect, test } from 'vitest';
import { errorText } from '../../i18n/errors';
import { failedMedia } from '../trace/failed-media';
import type { PlaybackFact } from '../trace/playback-facts';
import type { FailedMedia } from '../trace/run';
import { explainError } from './explain-error';
import { explainMedia, explainPlayback, type MediaErrorFact } from './explain-media';

const OPEN: FailedMedia = {
  target: 'source-buffer',
  call: 'appendBuffer',
  updating: false,
  removed: false,
  readyState: 'open',
  hasDuration: true,
};
/** Firefox 153 says this and nothing else, whatever the reason. */
const UNUSABLE = 'An attempt was made to use an object that is not, or is no longer, usable';

/** A fact, how things stood, and the two engines' words where one of them says it. */
const CASES: readonly (readonly [MediaErrorFact, string, Partial<FailedMedia>, string, string])[] =
  [
    [
      { kind: 'media-busy', call: 'appendBuffer' },
      'InvalidStateError',
      { updating: true },
      "Failed to execute 'appendBuffer' on 'SourceBuffer': This SourceBuffer is still processing an 'appendBuffer' or 'remove' operation.",
      UNUSABLE,
    ],
    [
      { kind: 'media-busy', call: 'timestampOffset' },
      'InvalidStateError',
      { call: 'timestampOffset', updating: true },
      "Failed to set the 'timestampOffset' property on 'SourceBuffer': This SourceBuffer is still processing an 'appendBuffer' or 'remove' operation.",
      UNUSABLE,
    ],
    [
      { kind: 'media-busy', call: 'endOfStream' },
      'InvalidStateError',
      { target: 'media-source', call: 'endOfStream', updating: true },
      "Failed to execute 'endOfStream' on 'MediaSource': The 'updating' attribute is true on one or more of this MediaSource's SourceBuffers.",
      UNUSABLE,
    ],
    [
      { kind: 'media-not-open', call: 'endOfStream', state: 'ended' },
      'InvalidStateError',
      { target: 'media-source', call: 'endOfStream', readyState: 'ended' },
      "Failed to execute 'endOfStream' on 'MediaSource': The MediaSource's readyState is not 'open'.",
      UNUSABLE,
    ],
    [
      { kind: 'media-removed', call: 'appendBuffer' },
      'InvalidStateError',
      { removed: true, readyState: 'closed' },
      "Failed to execute 'appendBuffer' on 'SourceBuffer': This SourceBuffer has been removed from the parent media source.",
      UNUSABLE,
    ],
    [
      { kind: 'media-duration-cuts' },
      'InvalidStateError',
      { target: 'media-source', call: 'duration' },
      "Failed to set the 'duration' property on 'MediaSource': Setting duration below highest presentation timestamp …",
      UNUSABLE,
    ],
    [
      { kind: 'media-type', call: 'addSourceBuffer' },
      'NotSupportedError',
      { target: 'media-source', call: 'addSourceBuffer' },
      "Failed to execute 'addSourceBuffer' on 'MediaSource': The type provided ('video/webm; codecs=\"VP8\"') is unsupported.",
      "MediaSource.addSourceBuffer: Can't play type",
    ],
    [
      { kind: 'media-type-empty', call: 'addSourceBuffer' },
      'TypeError',
      { target: 'media-source', call: 'addSourceBuffer' },
      "Failed to execute 'addSourceBuffer' on 'MediaSource': The type provided is empty",
      'MediaSource.addSourceBuffer: Empty type',
    ],
    [
      { kind: 'media-remove-early' },
      'TypeError',
      { call: 'remove', hasDuration: false },
      "Failed to execute 'remove' on 'SourceBuffer': The start provided (0) is outside the range (0, 0).",
      'SourceBuffer.remove: Duration is NaN',
    ],
    [
      { kind: 'media-remove-range' },
      'TypeError',
      { call: 'remove' },
      "Failed to execute 'remove' on 'SourceBuffer': The end value provided (1) must be greater than the start value provided (3).",
      'SourceBuffer.remove: Invalid end value',
    ],
    [
      { kind: 'media-duration-invalid' },
      'TypeError',
      { target: 'media-source', call: 'duration' },
      "Failed to set the 'duration' property on 'MediaSource': The duration is not a number.",
      'MediaSource.duration setter: Invalid duration value nan',
    ],
    [
      { kind: 'media-not-bytes' },
      'TypeError',
      {},
      "Failed to execute 'appendBuffer' on 'SourceBuffer': Overload resolution failed.",
      'SourceBuffer.appendBuffer: Argument 1 is not valid for any of the 1-argument overloads.',
    ],
    [
      { kind: 'media-resizable' },
      'TypeError',
      {},
      "Failed to execute 'appendBuffer' on 'SourceBuffer': The provided ArrayBuffer value must not be resizable.",
      "SourceBuffer.appendBuffer: Argument 1 can't be a resizable ArrayBuffer or ArrayBufferView",
    ],
    [
      { kind: 'media-quota' },
      'QuotaExceededError',
      {},
      "Failed to execute 'appendBuffer' on 'SourceBuffer': The SourceBuffer is full, and cannot free space to append additional buffers.",
      'The quota has been exceeded.',
    ],
    [
      { kind: 'media-not-found' },
      'NotFoundError',
      { target: 'media-source', call: 'removeSourceBuffer' },
      "Failed to execute 'removeSourceBuffer' on 'MediaSource': The SourceBuffer provided is not contained in this MediaSource.",
      'Node was not found',
    ],
  ];

test.each(CASES)('%j', (fact, name, state, chromium, firefox) => {
  const media = { ...OPEN, ...state };
  for (const message of [chromium, firefox]) {
    expect(explainError({ name, message, media })).toEqual(fact);
  }
  const { what, todo } = errorText.en(fact);
  for (const sentence of [what, todo]) expect(sentence).toMatch(/^(?:[A-Za-z]|remove\().*\.$/);
});

/** What a promise was broken with, or what comes without its state: by its words. */
const SAID: readonly { fact: MediaErrorFact; name: string; messages: readonly string[] }[] = [
  {
    fact: { kind: 'media-busy', call: 'appendBuffer' },
    name: 'InvalidStateError',
    messages: [
      "Failed to execute 'appendBuffer' on 'SourceBuffer': This SourceBuffer is still processing an 'appendBuffer' or 'remove' operation.",
    ],
  },
  {
    fact: { kind: 'media-not-open', call: 'addSourceBuffer', state: null },
    name: 'InvalidStateError',
    messages: [
      "Failed to execute 'addSourceBuffer' on 'MediaSource': The MediaSource's readyState is not 'open'.",
    ],
  },
  {
    fact: { kind: 'play-not-allowed' },
    name: 'NotAllowedError',
    messages: [
      "play() failed because the user didn't interact with the document first. https://goo.gl/xX8pDD",
      'The play method is not allowed by the user agent or the platform in the current context, possibly because the user denied permission.',
    ],
  },
  {
    fact: { kind: 'play-interrupted', by: 'pause' },
    name: 'AbortError',
    messages: ['The play() request was interrupted by a call to pause(). https://goo.gl/LdLk22'],
  },
  {
    fact: { kind: 'play-interrupted', by: 'load' },
    name: 'AbortError',
    messages: ['The play() request was interrupted by a new load request. https://goo.gl/LdLk22'],
  },
  {
    fact: { kind: 'play-interrupted', by: null },
    name: 'AbortError',
    messages: [
      "The fetching process for the media resource was aborted by the user agent at the user's request.",
    ],
  },
  {
    fact: { kind: 'play-no-source' },
    name: 'NotSupportedError',
    messages: [
      'The element has no supported sources.',
      'Failed to load because no supported source was found.',
      'The media resource indicated by the src attribute or assigned media provider object was not suitable.',
    ],
  },
  {
    fact: { kind: 'no-object-url' },
    name: 'TypeError',
    messages: [
      "Failed to execute 'createObjectURL' on 'URL': Overload resolution failed.",
      'URL.createObjectURL: Argument 1 could not be converted to any of: Blob, MediaSource.',
    ],
  },
];

test.each(SAID)('$fact.kind by its words: $messages', ({ fact, name, messages }) => {
  for (const message of messages) expect(explainMedia({ name, message }, null)).toEqual(fact);
  expect(errorText.en(fact).what).not.toBe('');
});

const step = (parts: Partial<PlaybackFact>): PlaybackFact => ({
  target: 'source-buffer',
  id: 2,
  phase: 'threw',
  error: { name: 'InvalidStateError', message: UNUSABLE, code: null },
  append: null,
  state: {
    element: null,
    source: {
      id: 1,
      readyState: 'open',
      duration: NaN,
      buffers: [1, 2].map((id) => ({
        id,
        type: '',
        updating: id === 2,
        mode: 'segments',
        timestampOffset: 0,
        buffered: [],
      })),
    },
  },
  time: 0,
  ...parts,
});

test('a step that threw knows how things stood, and is explained by it', () => {
  expect(failedMedia('appendBuffer', step({}))).toEqual({
    ...OPEN,
    updating: true,
    hasDuration: false,
  });
  expect(failedMedia('appendBuffer', step({ id: 1 }))?.updating).toBe(false);
  expect(failedMedia('appendBuffer', step({ id: 3 }))?.removed).toBe(true);
  expect(failedMedia('endOfStream', step({ target: 'media-source', id: 1 }))?.updating).toBe(true);
  expect(failedMedia('appendBuffer', step({ phase: 'call' }))).toBeNull();
  expect(explainPlayback('appendBuffer', step({}))).toEqual({
    kind: 'media-busy',
    call: 'appendBuffer',
  });
  expect(explainPlayback('updateend', step({ phase: 'event', error: null }))).toBeNull();
});

test('an element’s error is explained by its code, and by what it plays', () => {
  const error = { name: 'MediaError', message: 'Failed to open media', code: 4 };
  const event = step({ target: 'element', id: 1, phase: 'event', error });
  const ofSource = explainPlayback('error', event);
  const ofFile = explainPlayback('error', { ...event, state: { element: null, source: null } });
  expect([ofSource, ofFile]).toEqual([
    { kind: 'media-error', code: 4, ofSource: true },
    { kind: 'media-error', code: 4, ofSource: false },
  ]);
  const said = [ofSource, ofFile].map((fact) => (fact === null ? '' : errorText.en(fact).todo));
  expect(said[0]).toContain('fragmented');
  expect(said[1]).toContain('1A 45 DF A3');
});
