import type { LessonExpectation } from '../expectation';

const zeros = (bytes: number) => Array.from({ length: bytes }, () => '00').join(' ');

const KINDS_OF_TABLE = [
  [['Uint8Array', 'Uint8ClampedArray'], 1],
  [['Int8Array'], 1],
  [['Uint16Array'], 2],
  [['Int16Array'], 2],
  [['Uint32Array'], 4],
  [['Int32Array'], 4],
  [['BigUint64Array', 'BigInt64Array'], 8],
  [['Float16Array'], 2],
  [['Float32Array'], 4],
  [['Float64Array'], 8],
] as const;

export const expected: LessonExpectation = {
  seeds: ['S1', 'S2', 'S3'],

  snippets: {
    'lost-write': {
      prints: ['7: 9', '8: 0'],
      leaves: { buffer: zeros(16) },
      views: ['dots: Uint8Array buffer[0..16)'],
    },
    create: {
      prints: ['4: 12', '5: undefined', '6: 0', '8: 12', '9: false'],
      leaves: { buffer: zeros(12) },
      views: ['bytes: Uint8Array buffer[0..12)'],
    },
    grow: {
      prints: ['5: 4 16', '8: 8 8 4', '13: RangeError'],
      leaves: { buffer: zeros(8) },
      views: ['all: Uint8Array buffer[0..8)', 'four: Uint8Array buffer[0..4)'],
    },
    'whole-buffer': {
      prints: [
        '7: Uint8Array(2) [99, 30]',
        '8: Uint8Array(4) [10, 20, 30, 40]',
        '11: Uint8Array(4) [10, 20, 30, 40]',
        '12: 0 true 0',
      ],
      leaves: { buffer: '' },
      views: ['bytes: Uint8Array buffer[0..0)'],
    },
    window: {
      prints: ['7: 2', '8: 2', '9: 12', '11: 1', '12: 258', '17: RangeError'],
      leaves: { buffer: `00 00 01 02 ${zeros(8)}` },
      views: ['all: Uint8Array buffer[0..12)', 'view: DataView buffer[2..4)'],
    },
    count: {
      prints: ['4: 20', '7: 5', '9: 20 20', '10: 4'],
      leaves: { buffer: zeros(20) },
      views: ['uint8View: Uint8Array buffer[0..20)', 'uint32View: Uint32Array buffer[0..20)'],
    },
    'odd-size': {
      prints: [],
      leaves: {},
      views: [],
      throws: 'RangeError, line 3',
    },
    'left-over': {
      prints: ['12: RangeError', '13: RangeError', '14: 4', '15: RangeError', '18: 4'],
      leaves: { eighteen: zeros(18) },
      views: [],
    },
    units: {
      prints: ['4: 3 6', '7: 3'],
      leaves: { buffer: zeros(16) },
      views: ['shorts: Uint16Array buffer[4..10)', 'view: DataView buffer[4..7)'],
    },
    unaligned: {
      prints: ['7: RangeError', '12: Uint8Array(8) [0, 0, 10, 11, 12, 13, 0, 0]', '13: true'],
      leaves: { buffer: '00 00 0A 0B 0C 0D 00 00' },
      views: ['bytes: Uint8Array buffer[0..8)', 'view: DataView buffer[0..8)'],
    },
    'one-buffer': {
      prints: ['10: 255 255 255', '13: 0 0 192 63', '16: 254 255 65534', '19: 1 2', '20: 258 513'],
      leaves: { buffer: 'FF 00 00 00 00 00 C0 3F FE FF 00 00 01 02 00 00' },
      views: [
        'u8: Uint8Array buffer[0..16)',
        'i16: Int16Array buffer[0..16)',
        'u32: Uint32Array buffer[0..16)',
        'f32: Float32Array buffer[0..16)',
        'dv: DataView buffer[0..16)',
      ],
    },
    family: {
      prints: [
        '14: Uint8Array > TypedArray > Object',
        '15: DataView > Object',
        '16: false',
        '17: undefined',
        '18: true true',
      ],
      leaves: {},
      views: ['bytes: Uint8Array ?[0..4)', 'view: DataView ?[0..4)'],
    },
    outside: {
      prints: ['3: undefined', '5: undefined', '6: Uint8Array(4) [0, 0, 0, 0]', '12: RangeError'],
      leaves: {},
      views: ['u8: Uint8Array ?[0..4)', 'view: DataView ?[0..4)'],
    },
    'no-push': {
      prints: ['3: undefined undefined', '6: Uint8Array(2) [144, 200]', '9: [400, 200]'],
      leaves: {},
      views: ['u8: Uint8Array ?[0..2)', 'doubled: Uint8Array ?[0..2)'],
    },
    'copy-or-view': {
      prints: ['4: Uint16Array(4) [5, 0, 7, 0]', '7: Uint16Array(2) [5, 7]', '10: 5 6'],
      leaves: {},
      views: ['u8: Uint8Array ?[0..4)', 'copy: Uint16Array ?[0..8)', 'view: Uint16Array ?[0..4)'],
    },
    three: {
      prints: ['2: Uint8Array(3) [0, 0, 0]', '5: Uint8Array(1) [3]', '8: Uint8Array(3) [0, 0, 0]'],
      leaves: {},
      views: [
        'fromNumber: Uint8Array ?[0..3)',
        'fromArray: Uint8Array ?[0..1)',
        'fromString: Uint8Array ?[0..3)',
      ],
    },
  },

  claims: [],
};
void KINDS_OF_TABLE;
