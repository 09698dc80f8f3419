import type { ErrorFact } from '../core/explain/explain-error';
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
  }
};

export const errorText: Texts<(fact: ErrorFact) => Explained> = { en: english };
