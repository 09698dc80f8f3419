import type { ErrorFact } from '../core/explain/explain-error';
import type { MediaErrorFact } from '../core/explain/explain-media';
import type { FailedAccess } from '../core/trace/run';
import type { Texts } from './locale';

/** What went wrong, and what to do about it: two whole sentences. */
export interface Explained {
  readonly what: string;
  readonly todo: string;
}

const bytesAt = (start: number, size: number) =>
  size === 1 ? `byte ${start}` : `bytes ${start} to ${start + size - 1}`;

/** Offsets as DataView counts them, from the start of the view. */
const accessOutOfBounds = ({
  method,
  byteOffset,
  byteSize,
  viewByteLength,
}: FailedAccess): Explained => {
  const last = viewByteLength - byteSize;
  const takes = byteSize === 1 ? 'one byte' : `${byteSize} bytes`;
  const fits =
    last < 0
      ? 'so it does not fit into this view at any offset.'
      : `and the last offset that fits is ${last}.`;
  return {
    what:
      byteOffset < 0
        ? `${method} was asked for offset ${String(byteOffset).replace('-', '−')}. A view starts at 0.`
        : `${method} at ${byteOffset} needs ${bytesAt(byteOffset, byteSize)}. The view ends at ${viewByteLength - 1}.`,
    todo: `It takes ${takes}, ${fits}`,
  };
};

const ATTRIBUTES = ['duration', 'timestampOffset', 'mode', 'appendWindowStart', 'appendWindowEnd'];

/** `appendBuffer()`, or the setting of an attribute, as a sentence begins with it. */
const callOf = (call: string | null, otherwise: string) =>
  call === null ? otherwise : ATTRIBUTES.includes(call) ? `Setting ${call}` : `${call}()`;

const MEDIA_ERRORS: Readonly<Record<1 | 2 | 3 | 4, Explained>> = {
  1: {
    what: 'Loading was given up because the page asked for it (code 1, aborted).',
    todo: 'Set src again to begin anew.',
  },
  2: {
    what: 'The bytes stopped coming (code 2, network).',
    todo: 'Check that the address still answers. An object URL works only until it is revoked.',
  },
  3: {
    what: 'The container was read, and the frames in it cannot be decoded (code 3, decode).',
    todo: 'The file is damaged, bytes of it are missing, or they came in another order.',
  },
  4: {
    what: 'This is no file that this browser plays (code 4, source not supported).',
    todo: 'Look at its first bytes: WebM begins 1A 45 DF A3, MP4 has “ftyp” at byte 4. An address that was revoked, or that the sandbox has no way to, ends like this, too.',
  },
};

const media = (fact: MediaErrorFact): Explained => {
  switch (fact.kind) {
    case 'media-busy':
      return {
        what: `${callOf(fact.call, 'This call')} came while a SourceBuffer was still at work: updating was true.`,
        todo: 'Wait for its updateend event. Keep chunks that arrive meanwhile in a queue, and append the next one there.',
      };
    case 'media-not-open':
      return fact.state === 'ended'
        ? {
            what: `${callOf(fact.call, 'This call')} needs an open MediaSource, and this one has ended.`,
            todo: 'endOfStream() is called once, behind the last updateend. An append opens the MediaSource again.',
          }
        : {
            what: `${callOf(fact.call, 'This call')} needs an open MediaSource, and this one ${fact.state === 'closed' ? 'is closed' : 'is not open'}.`,
            todo: 'Give its object URL to a video’s src and wait for sourceopen. Where the video has failed, it closes again.',
          };
    case 'media-removed':
      return {
        what: `${callOf(fact.call, 'This call')} came too late: the SourceBuffer belongs to no MediaSource any more.`,
        todo: 'A video that failed, or that was given another src, lets its SourceBuffers go. Look for an error event before this line.',
      };
    case 'media-duration-cuts':
      return {
        what: 'The new duration ends before frames that are buffered.',
        todo: 'Call remove(newDuration, oldDuration) first, and wait for updateend.',
      };
    case 'media-duration-invalid':
      return {
        what: 'A duration is a number of seconds, and not negative.',
        todo: 'Infinity is one, for a stream without an end. NaN is none.',
      };
    case 'media-type':
      return {
        what: `${fact.call}() was given a type that this browser’s MediaSource does not play.`,
        todo: 'Ask MediaSource.isTypeSupported() first. Codecs are written in small letters: video/webm; codecs="vp8,vorbis". Chromium wants them named, Firefox takes video/webm alone.',
      };
    case 'media-type-empty':
      return {
        what: `${fact.call}() needs a type.`,
        todo: 'Container and codecs: video/webm; codecs="vp8".',
      };
    case 'media-too-many':
      return {
        what: 'This MediaSource takes no more SourceBuffers.',
        todo: 'Add one for each track before the first append, or one for all of them.',
      };
    case 'media-remove-early':
      return {
        what: 'remove() came before anything is known of the stream: its duration is NaN.',
        todo: 'The first append brings a duration. Remove after its updateend.',
      };
    case 'media-remove-range':
      return {
        what: 'remove(start, end) was given a range that cannot be.',
        todo: 'Both are seconds: start from 0 to the duration, and end above start.',
      };
    case 'media-not-bytes':
      return {
        what: 'appendBuffer() takes an ArrayBuffer or a view of one.',
        todo: 'Of a Blob or a Response, await arrayBuffer() first. Pass a view itself: its .buffer may hold more.',
      };
    case 'media-resizable':
      return {
        what: 'appendBuffer() does not take memory that may change its length or is shared.',
        todo: 'Append a copy: bytes.slice().',
      };
    case 'media-quota':
      return {
        what: 'The SourceBuffer is full, and the browser found nothing in it that it may drop.',
        todo: 'Call remove() for what lies behind the playhead, wait for updateend, and append the same chunk again.',
      };
    case 'media-not-found':
      return {
        what: 'This SourceBuffer is not one of that MediaSource.',
        todo: 'It may have been removed before: closing does that, too.',
      };
    case 'play-not-allowed':
      return {
        what: 'The browser does not play sound before somebody has pressed something in that very page.',
        todo: 'Set muted = true, or call play() in a click. The Run button is another page’s, so it does not count.',
      };
    case 'play-interrupted':
      return fact.by === 'pause'
        ? {
            what: 'pause() came before the video had begun to play, so the promise of play() was broken.',
            todo: 'Await play() before you pause, or catch its AbortError.',
          }
        : {
            what: 'Another load began before the video had begun to play, so the promise of play() was broken.',
            todo: 'Set src first and call play() after it. load(), a new src and, in Firefox, pause() do this.',
          };
    case 'play-no-source':
      return {
        what: 'play() has nothing that it could play.',
        todo: 'The video’s error property has more: a code, and in message what the engine found.',
      };
    case 'no-object-url':
      return {
        what: 'An object URL is made of a Blob, a File or a MediaSource.',
        todo: 'Put bytes into new Blob([bytes], { type }) first.',
      };
    case 'media-error':
      return fact.code === 4 && fact.ofSource
        ? {
            what: 'What was appended is not what addSourceBuffer() was told, or not in a form for MediaSource.',
            todo: 'Compare the codecs with the file’s. A stream begins with its initialization segment, and MP4 must be fragmented. Chromium says so at once; Firefox goes by what the file says, and may wait for more bytes.',
          }
        : MEDIA_ERRORS[fact.code];
  }
};

const english = (fact: ErrorFact): Explained => {
  switch (fact.kind) {
    case 'length-not-multiple':
      return {
        what: `${fact.type} needs a buffer whose length is a multiple of ${fact.byteSize}.`,
        todo: `Each element is ${fact.byteSize} bytes and the last one would be cut. Give the length as a third argument, or use a buffer that fits.`,
      };
    case 'offset-not-multiple':
      return {
        what: `A ${fact.type} can only start at a multiple of ${fact.byteSize}.`,
        todo: `Choose an offset that ${fact.byteSize} divides, or use a DataView: it reads at any offset.`,
      };
    case 'view-out-of-bounds':
      return {
        what: 'The view would reach past the end of the buffer.',
        todo:
          fact.type === 'DataView'
            ? 'Offset and length together must fit. A DataView counts its length in bytes.'
            : 'Offset and length together must fit. A typed array counts its length in elements, not bytes.',
      };
    case 'access-out-of-bounds':
      return fact.access
        ? accessOutOfBounds(fact.access)
        : {
            what: 'The call needs bytes that lie outside the view.',
            todo: 'The last offset that fits is the view’s byteLength minus the bytes of the value: 1, 2, 4 or 8.',
          };
    case 'set-overflow':
      return {
        what: 'The values do not all fit from that position on.',
        todo: 'Make the target longer, start earlier, or pass fewer values.',
      };
    case 'index-out-of-range':
      return {
        what: 'An offset, index or length is negative or too large.',
        todo: 'It must be 0 or more, and everything it reaches must lie inside the buffer.',
      };
    case 'detached':
      return {
        what: 'This buffer’s memory was handed over, so it has no bytes any more.',
        todo: 'Use the buffer that transfer() returned, or read the bytes before handing them over.',
      };
    case 'bigint-mix':
      return {
        what: 'A BigInt and a Number were mixed.',
        todo: '64-bit integer views hold BigInts: write 1n, or convert with BigInt() or Number().',
      };
    case 'not-resizable':
      return {
        what: 'This buffer has a fixed length.',
        todo: 'Only a buffer made with { maxByteLength } can be resized.',
      };
    case 'resize-too-large':
      return {
        what: 'The length is above maxByteLength.',
        todo: 'Choose a smaller length, or make the buffer with a larger maxByteLength. The limit cannot change later.',
      };
    case 'invalid-length':
      return {
        what: 'A buffer or array of that length cannot be made.',
        todo: 'The length must be a whole number, not negative, and small enough for memory.',
      };
    case 'missing-new':
      return {
        what: 'This constructor was called without new.',
        todo: 'Write new in front of it.',
      };
    case 'not-defined':
      return {
        what: `There is no variable called ${fact.name} here.`,
        todo: 'Check the spelling, and that it is declared before this line.',
      };
    case 'not-a-function':
      return {
        what: `“${fact.name}” is not a function here.`,
        todo: 'Check the name, and what the value in front of it is. Typed arrays have no push or concat.',
      };
    case 'const-assignment':
      return {
        what: 'A const cannot be assigned again.',
        todo: 'Declare it with let. The bytes inside a const view can still change.',
      };
    case 'stack-overflow':
      return {
        what: 'A function called itself too many times.',
        todo: 'Check the condition that should end the recursion.',
      };
    default:
      return media(fact);
  }
};

export const errorText: Texts<(fact: ErrorFact) => Explained> = { en: english };
