import type { LessonExpectation } from '../expectation';

export const expected: LessonExpectation = {
  seeds: ['S14', 'S15'],

  // Node has no MediaSource: every snippet has a page. What Firefox prints otherwise is in e2e/mse.spec.ts.
  snippets: {},

  onPage: {
    busy: {
      prints: [
        '16: appended true',
        '28: append InvalidStateError',
        '28: remove InvalidStateError',
        '28: duration InvalidStateError',
        '28: end InvalidStateError',
        '12: updateend false',
      ],
    },
    'by-fetch': {
      prints: ['25: 580306 bytes', '26: 12.0 seconds'],
    },
    events: {
      prints: [
        '19: A good append:',
        '13: sb updatestart',
        '13: sb update',
        '13: sb updateend',
        '23: One that is broken off:',
        '13: sb updatestart',
        '13: sb abort',
        '13: sb updateend',
        '28: The end:',
        '9: ms sourceended',
        '31: ended',
      ],
    },
    evict: {
      prints: ['24: 0.0 to 4.0', '24: 0.0 to 0.5, 2.0 to 4.0'],
    },
    garbage: {
      prints: ['10: error', '10: updateend', '18: readyState 0', '13: video 4'],
    },
    kept: {
      prints: ['13: 4.0', '17: 1'],
    },
    managed: {
      prints: ['4: MediaSource', '19: open'],
    },
    mismatch: {
      prints: [
        '8: error',
        '8: updateend',
        '11: video 4',
        "12: PipelineStatus::CHUNK_DEMUXER_ERROR_APPEND_FAILED: Video stream codec vp9 doesn't match SourceBuffer codecs.",
      ],
    },
    modes: {
      prints: ['28: segments 0 0.0 4.0', '28: sequence 0 0.0 8.0', '28: segments 4 0.0 8.0'],
    },
    mp4: {
      prints: ['19: /media/clip-fragmented.mp4 1 ranges', '19: /media/clip-plain.mp4 0 ranges'],
    },
    queue: {
      prints: ['34: ended 1'],
    },
    refire: {
      prints: ['9: sourceopen 1', '19: ended', '21: open', '9: sourceopen 2'],
    },
    room: {
      prints: ['28: 580306 bytes are coming', '38: 12.0 seconds'],
    },
    'seed-stream': {
      prints: [
        '39: data 65536',
        /^32: error: (?:ended|closed)$/,
        /^29: updateend: (?:ended|closed)$/,
      ],
      // The next append throws, or the one behind it: the failure closes the source in its own time.
      andMore: true,
      throws: 'InvalidStateError, line 42',
    },
    seek: {
      prints: ['37: 1 0.0 0.5', '37: 2 3.0 4.0', '30: 3.2 false'],
    },
    slices: {
      prints: ['19: 6000 bytes: up to 0.04', '24: 142 slices: up to 4.00'],
    },
    types: {
      prints: [
        '12: true video/webm; codecs="vp8"',
        '12: true video/webm; codecs="vp8,vorbis"',
        '12: true video/webm; codecs="vp9,opus"',
        '12: false video/webm; codecs="VP8"',
        '12: false video/webm; codecs="avc1.4D401F"',
        '12: false video/webm',
        '12: true video/mp4; codecs="avc1.4D401F,mp4a.40.2"',
      ],
    },
  },

  claims: [],
};
