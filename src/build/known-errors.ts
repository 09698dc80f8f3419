/**
 * The errors that the site explains, with the engines' words for each: the page of error messages is made of them, and
 * the search finds them by what a console says. known-errors.test.ts holds every sentence to core/explain.
 */
import type { ErrorFact } from '../core/explain/explain-error';

export interface KnownError {
  /** The fragment of its address. */
  readonly id: string;
  /** The error's class: `RangeError`. */
  readonly name: string;
  /** As Chromium 156 and Firefox 153 say it, each sentence once. */
  readonly messages: readonly string[];
  readonly fact: ErrorFact;
  /** The lesson in which it is met. */
  readonly lesson: string;
}

export interface KnownErrorGroup {
  readonly id: 'views' | 'language' | 'media';
  readonly errors: readonly KnownError[];
}

const known = (
  lesson: string,
  name: string,
  fact: ErrorFact,
  messages: readonly string[],
  id: string = fact.kind,
): KnownError => ({ id, name, messages, fact, lesson });

const VIEWS: readonly KnownError[] = [
  known('views', 'RangeError', { kind: 'length-not-multiple', type: 'Uint32Array', byteSize: 4 }, [
    'byte length of Uint32Array should be a multiple of 4',
    'buffer length for Uint32Array should be a multiple of 4',
  ]),
  known('views', 'RangeError', { kind: 'offset-not-multiple', type: 'Uint32Array', byteSize: 4 }, [
    'start offset of Uint32Array should be a multiple of 4',
  ]),
  known('views', 'RangeError', { kind: 'view-out-of-bounds', type: null }, [
    'Start offset 8 is outside the bounds of the buffer',
    'Invalid typed array length: 8',
  ]),
  known(
    'views',
    'RangeError',
    { kind: 'view-out-of-bounds', type: 'Uint32Array' },
    [
      'attempting to construct out-of-bounds Uint32Array on ArrayBuffer',
      'size of buffer is too small for Uint32Array with byteOffset',
    ],
    'typed-array-out-of-bounds',
  ),
  known(
    'views',
    'RangeError',
    { kind: 'view-out-of-bounds', type: 'DataView' },
    ['Invalid DataView length 8', 'invalid data view length'],
    'dataview-out-of-bounds',
  ),
  known('endianness', 'RangeError', { kind: 'access-out-of-bounds', access: null }, [
    'Offset is outside the bounds of the DataView',
  ]),
  known('views', 'RangeError', { kind: 'set-overflow' }, [
    'offset is out of bounds',
    'source array is too long',
  ]),
  known('views', 'RangeError', { kind: 'index-out-of-range' }, ['invalid or out-of-range index']),
  known('views', 'RangeError', { kind: 'invalid-length' }, [
    'Invalid typed array length: -1',
    'Array buffer allocation failed',
    'invalid array length',
  ]),
  known('views', 'RangeError', { kind: 'resize-too-large' }, [
    'ArrayBuffer.prototype.resize: Invalid length parameter',
    'byte length is larger than maximum byte length',
  ]),
  known('views', 'TypeError', { kind: 'not-resizable' }, [
    'Method ArrayBuffer.prototype.resize called on incompatible receiver #<ArrayBuffer>',
    'resize method called on incompatible ArrayBuffer',
  ]),
  known('views', 'TypeError', { kind: 'detached' }, [
    'Cannot perform Construct on a detached ArrayBuffer',
    'attempting to access detached ArrayBuffer',
  ]),
  known('signed', 'TypeError', { kind: 'bigint-mix' }, [
    'Cannot mix BigInt and other types, use explicit conversions',
    'Cannot convert 1 to a BigInt',
    "can't convert 1 to BigInt",
  ]),
  known('views', 'TypeError', { kind: 'missing-new' }, [
    "Constructor Uint8Array requires 'new'",
    'calling a builtin typed array constructor without new is forbidden',
  ]),
];

const LANGUAGE: readonly KnownError[] = [
  known('views', 'TypeError', { kind: 'not-a-function', name: 'push' }, [
    'bytes.push is not a function',
  ]),
  known('views', 'ReferenceError', { kind: 'not-defined', name: 'bytes' }, [
    'bytes is not defined',
  ]),
  known('views', 'TypeError', { kind: 'const-assignment' }, [
    'Assignment to constant variable.',
    "invalid assignment to const 'bytes'",
  ]),
  known('views', 'RangeError', { kind: 'stack-overflow' }, ['Maximum call stack size exceeded']),
];

const MEDIA: readonly KnownError[] = [
  known('mse', 'InvalidStateError', { kind: 'media-busy', call: 'appendBuffer' }, [
    "Failed to execute 'appendBuffer' on 'SourceBuffer': This SourceBuffer is still processing an 'appendBuffer' or 'remove' operation.",
  ]),
  known(
    'mse',
    'InvalidStateError',
    { kind: 'media-not-open', call: 'addSourceBuffer', state: null },
    [
      "Failed to execute 'addSourceBuffer' on 'MediaSource': The MediaSource's readyState is not 'open'.",
    ],
  ),
  known('mse', 'InvalidStateError', { kind: 'media-removed', call: 'appendBuffer' }, [
    "Failed to execute 'appendBuffer' on 'SourceBuffer': This SourceBuffer has been removed from the parent media source.",
  ]),
  known('mse', 'QuotaExceededError', { kind: 'media-quota' }, [
    "Failed to execute 'appendBuffer' on 'SourceBuffer': The SourceBuffer is full, and cannot free space to append additional buffers.",
  ]),
  known('mse', 'NotAllowedError', { kind: 'play-not-allowed' }, [
    "play() failed because the user didn't interact with the document first.",
    'The play method is not allowed by the user agent or the platform in the current context, possibly because the user denied permission.',
  ]),
  known('mse', 'AbortError', { kind: 'play-interrupted', by: 'pause' }, [
    'The play() request was interrupted by a call to pause().',
  ]),
  known(
    'mse',
    'AbortError',
    { kind: 'play-interrupted', by: 'load' },
    ['The play() request was interrupted by a new load request.'],
    'play-interrupted-by-load',
  ),
  known('mse', 'NotSupportedError', { kind: 'play-no-source' }, [
    'The element has no supported sources.',
    'Failed to load because no supported source was found.',
    'The media resource indicated by the src attribute or assigned media provider object was not suitable.',
  ]),
  known('blob', 'TypeError', { kind: 'no-object-url' }, [
    "Failed to execute 'createObjectURL' on 'URL': Overload resolution failed.",
    'URL.createObjectURL: Argument 1 could not be converted to any of: Blob, MediaSource.',
  ]),
];

export const KNOWN_ERRORS: readonly KnownErrorGroup[] = [
  { id: 'views', errors: VIEWS },
  { id: 'media', errors: MEDIA },
  { id: 'language', errors: LANGUAGE },
];
