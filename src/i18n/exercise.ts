/** What is said about an attempt where the exercise has no words of its own. Code stands between backticks. */
import { formatHex } from '../core/bytes/format';
import { formatRange, type ByteRange } from '../core/bytes/ranges';
import type { Refusal } from '../core/exercise/attempt';
import type { MistakeWords } from '../core/exercise/exercise';
import type { Fact } from '../core/exercise/facts';
import type {
  BytesProblem,
  CanvasProblem,
  Feedback,
  LabProblem,
  Problem,
} from '../core/exercise/feedback';
import type { Pattern } from '../core/exercise/pattern';
import { explainError } from '../core/explain/explain-error';
import type { PixelRect } from '../core/trace/picture-facts';
import type { ErrorReport } from '../core/trace/run';
import { errorText } from './errors';
import { mediaWords } from './exercise-media';
import type { Texts } from './locale';

const bytesOf = ({ start, end }: ByteRange): string =>
  end - start === 1 ? `byte ${start}` : `bytes ${formatRange({ start, end })}`;
const count = (number: number, one: string, many: string): string =>
  number === 1 ? `one ${one}` : `${number} ${many}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function threw(error: ErrorReport): MistakeWords {
  const fact = explainError(error);
  if (fact !== null) {
    const { what, todo } = errorText.en(fact);
    return { why: what, next: todo };
  }
  return {
    why: `It ended in an error: \`${error.name}: ${error.message}\`.`,
    next:
      error.line === null
        ? 'Run the code and read where the error comes from.'
        : `Look at line ${error.line}.`,
  };
}

function bytesWords({ expected, found, range, differing, slip }: BytesProblem): MistakeWords {
  if (expected.length !== found.length) {
    return {
      why: `Expected ${count(expected.length, 'byte', 'bytes')} and found ${count(found.length, 'byte', 'bytes')}.`,
      next: 'Check how many bytes you ask for.',
    };
  }
  if (slip?.kind === 'reversed') {
    return {
      why: `Right bytes, other order: \`${formatHex(found, range)}\` where \`${formatHex(expected, range)}\` is expected.`,
      next: 'Choose which end comes first.',
    };
  }
  if (slip?.kind === 'shifted') {
    const by = count(Math.abs(slip.by), 'byte', 'bytes');
    return {
      why: `Right bytes, wrong place: they stand ${by} too far to the ${slip.by > 0 ? 'right' : 'left'}.`,
      next: 'Check the offset.',
    };
  }
  const own = differing.filter((byte) => byte >= range.start && byte < range.end);
  const first = own[0] ?? range.start;
  const last = own.at(-1) ?? first;
  const shown = { start: first, end: Math.min(last + 1, first + 8) };
  return {
    why: `${capital(bytesOf(shown))}: expected \`${formatHex(expected, shown)}\` and found \`${formatHex(found, shown)}\`.`,
    next: `Find the line that writes byte ${first}.`,
  };
}

/** “a write to bytes 3–6 by a DataView, highest byte first” */
function describePattern(pattern: Pattern): string {
  const { kind, via, range, operation, type, littleEndian, byteLength } = pattern;
  const through = { index: ' by an index', dataview: ' by a DataView', native: ' by a built-in' };
  const noun =
    kind === 'alloc'
      ? byteLength === undefined
        ? 'a new buffer'
        : `a new buffer of ${count(byteLength, 'byte', 'bytes')}`
      : kind === 'view'
        ? `a new ${type ?? 'view'}`
        : kind === 'read'
          ? 'a read'
          : kind === 'write'
            ? 'a write'
            : kind === 'copy'
              ? 'a copy'
              : kind === 'change'
                ? 'a change'
                : `a step of the kind “${kind}”`;
  const parts = [
    noun,
    range === undefined ? '' : ` of ${bytesOf(range)}`,
    operation === undefined ? '' : ` by \`${operation}\``,
    via === undefined || operation !== undefined ? '' : through[via],
    type === undefined || kind === 'view' ? '' : ` as \`${type}\``,
    littleEndian === undefined ? '' : littleEndian ? ', lowest byte first' : ', highest byte first',
  ];
  return parts.join('');
}

function describeFact(fact: Fact): string {
  if (fact.kind === 'alloc')
    return `a new buffer of ${count(fact.byteLength, 'byte', 'bytes')} was made`;
  if (fact.kind === 'view') return `a new \`${fact.viewKind}\` was made`;
  const { kind, range, detail, viaDataView } = fact.step;
  const by =
    detail !== null && detail.operation !== ''
      ? ` by \`${detail.operation}\``
      : viaDataView
        ? ' by a DataView'
        : '';
  switch (kind) {
    case 'read':
      return `${bytesOf(range)} ${range.end - range.start === 1 ? 'was' : 'were'} read${by}`;
    case 'write':
    case 'copy':
    case 'host':
      return `${bytesOf(range)} ${range.end - range.start === 1 ? 'was' : 'were'} written${by}`;
    case 'resize':
      return 'a buffer got another length';
    case 'detach':
      return `a buffer’s memory was handed over${by}`;
    default:
      return `there was a step of the kind “${kind}”${by}`;
  }
}

function accessWords(problem: Extract<Problem, { kind: 'access' }>): MistakeWords {
  const { rule, extra, missing, most } = problem;
  if (missing !== null) {
    return {
      why: `This did not happen${rule === 'in-order' ? ' in its turn' : ''}: ${describePattern(missing)}.`,
      next: 'Step through the call and see what happens there instead.',
    };
  }
  const done = extra === null ? null : describeFact(extra);
  if (rule === 'at-most') {
    return {
      why: `It happened ${problem.count} times, and ${most === 1 ? 'once is' : `${most} times are`} enough${done === null ? '.' : `. The first too many: ${done}.`}`,
      next: 'Look for the one that is not needed.',
    };
  }
  return {
    why:
      done === null
        ? `It happened ${problem.count} times, and ${most === 0 ? 'should not at all' : `${most} are enough`}.`
        : rule === 'none'
          ? `${capital(done)}, which this task does without.`
          : `${capital(done)}, which is more than this task needs.`,
    next:
      extra?.line == null ? 'Find what does that, and do without.' : `Look at line ${extra.line}.`,
  };
}

const bytes = (number: number): string =>
  number === 1 ? '1 byte' : `${number.toLocaleString('en')} bytes`;

function labWords(problem: LabProblem): MistakeWords {
  switch (problem.kind) {
    case 'lab':
      if (problem.refusal !== null)
        return {
          why: `The lab refused (${problem.refusal}) when it had ${bytes(problem.has)} of ${bytes(problem.size)}.`,
          next: 'Look at the offset that it wanted next, and at the one that you sent.',
        };
      if (problem.differsAt !== null)
        return {
          why: `The chunk at byte ${problem.differsAt.toLocaleString('en')} does not hold the bytes that the file has there.`,
          next: 'Compare where you cut the file with the offset that you send.',
        };
      return problem.has < problem.size
        ? {
            why: `${bytes(problem.has)} of ${bytes(problem.size)} arrived.`,
            next: 'Find out what ends your loop before the file is at its end.',
          }
        : {
            why: 'Every byte arrived, and nobody said that this was all.',
            next: 'Emit done when the last byte is acknowledged.',
          };
    case 'in-flight':
      return problem.most !== null
        ? {
            why: `${problem.found} chunks were in flight at once, and ${problem.most} are the most.`,
            next: 'Count up when you send and down when an acknowledgement comes, and look at the count before you send.',
          }
        : {
            why: `Never more than ${count(problem.found, 'chunk was', 'chunks were')} in flight, and there may be ${String(problem.least)}.`,
            next: 'Send the next chunk without waiting for the one before it.',
          };
    case 'idle':
      return {
        why: `When ${bytes(problem.after)} were acknowledged nothing was on its way, and there was more to send.`,
        next: 'Send the next chunk as soon as one acknowledgement comes.',
      };
    case 'early-reads':
      return {
        why: `${problem.found} reads of the file before the first acknowledgement, and ${problem.most} are the most.`,
        next: 'Read a chunk when there is room to send it.',
      };
    case 'long-read':
      return {
        why: `${bytes(problem.found)} were read at once, and a chunk has ${bytes(problem.most)} at most.`,
        next: 'Slice the file before you read.',
      };
    case 'read-again':
      return {
        why: `The lab had ${bytes(problem.has)}, and you read from byte ${problem.start.toLocaleString('en')} again.`,
        next: 'Begin where the lab says.',
      };
    case 'progress':
      return {
        why:
          problem.found === null
            ? `Report ${problem.index + 1} is missing: \`${String(problem.expected)}\` is expected.`
            : problem.expected === null
              ? `Report ${problem.index + 1} is one too many: \`${problem.found}\`.`
              : `Report ${problem.index + 1}: expected \`${problem.expected}\` and found \`${problem.found}\`.`,
        next: 'Work the percentage out by hand for each chunk.',
      };
    case 'unearned':
      return {
        why: `You said ${problem.said} % when the other end had ${bytes(problem.acknowledged)}.`,
        next: 'Report what is acknowledged, when it is.',
      };
    case 'part':
      return {
        why: `The part at byte ${problem.offset.toLocaleString('en')} should be an \`ArrayBuffer\` and is: \`${problem.found}\`.`,
        next: 'Post the buffer that `arrayBuffer()` gives.',
      };
    case 'not-moved':
      return {
        why: `${bytes(problem.posted)} were posted, and ${bytes(problem.moved)} of them changed hands. The others were copied.`,
        next: 'Name each buffer in the list that is the second argument.',
      };
  }
}

const rectangle = ({ x, y, width, height }: PixelRect): string =>
  `\`${[x, y, width, height].join(', ')}\``;

function canvasWords(problem: CanvasProblem): MistakeWords {
  switch (problem.kind) {
    case 'canvas-rect':
      return problem.found === null
        ? {
            why: `\`${problem.operation}\` was not called.`,
            next:
              problem.operation === 'getImageData'
                ? 'Take the pixels from the canvas first.'
                : 'What you change is a copy: put it back on the canvas.',
          }
        : {
            why: `\`${problem.operation}\` named the pixels ${rectangle(problem.found)} (x, y, width, height), and ${rectangle(problem.expected)} are meant.`,
            next: 'Work the four numbers out by hand for this canvas.',
          };
    case 'canvas-calls':
      return {
        why: `\`${problem.operation}\` was called ${problem.found} times, and ${problem.most === 1 ? 'once is' : `${problem.most} times are`} enough.`,
        next: 'Keep what the first call gave.',
      };
    case 'pixels': {
      const { control, state, x, y, expected, found, differing } = problem;
      const where = `the pixel at x ${x}, y ${y}`;
      const when =
        control === null
          ? ''
          : state === 0
            ? `With ${control.name} at ${control.value}, `
            : `When ${control.name} had moved to ${control.value}, `;
      return {
        why: `${when}${when === '' ? capital(where) : where} should be \`${expected.join(' ')}\` and is \`${found.join(' ')}\`${differing > 1 ? `, one of ${differing.toLocaleString('en')} that differ` : ''}.`,
        next: 'Step through the loop at this pixel.',
      };
    }
  }
}

function problemWords(problem: Problem): MistakeWords {
  switch (problem.kind) {
    case 'threw':
      return threw(problem.error);
    case 'no-function':
      return {
        why:
          problem.found === 'undefined'
            ? `There is no function called \`${problem.name}\` in your program.`
            : `\`${problem.name}\` is not a function: \`typeof\` says “${problem.found}”.`,
        next: 'Keep the name that the task gives, and declare it outside of every other function.',
      };
    case 'unsettled':
      return {
        why: 'It returned a promise, and nothing ever came of it.',
        next: 'Find the way on which nobody calls resolve.',
      };
    case 'value':
      return {
        why: `Expected \`${problem.expected}\` and found \`${problem.found}\`.`,
        next:
          problem.found === 'undefined'
            ? 'Give the result back with return.'
            : 'Work this call out by hand, line by line.',
      };
    case 'no-error':
      return {
        why: `Expected a \`${problem.expected}\` and got \`${problem.found}\`.`,
        next: 'Find out what makes this input impossible, and throw there.',
      };
    case 'type':
      return {
        why: `Expected a value of type \`${problem.expected}\` and found \`${problem.found}\`.`,
        next:
          problem.found === 'undefined'
            ? 'Give the result back with return.'
            : `Return a value of type \`${problem.expected}\`.`,
      };
    case 'view':
      return problem.property === 'buffer'
        ? {
            why: 'The view looks at another buffer: writes through it do not reach the one that was given.',
            next: 'Make the view over the buffer that was given.',
          }
        : {
            why: `The view’s \`${problem.property}\` should be ${String(problem.expected)} and is ${String(problem.found)}.`,
            next: 'Check what each argument of the constructor counts.',
          };
    case 'bytes':
      return bytesWords(problem);
    case 'access':
      return accessWords(problem);
    case 'lab':
    case 'in-flight':
    case 'idle':
    case 'early-reads':
    case 'long-read':
    case 'read-again':
    case 'progress':
    case 'unearned':
    case 'part':
    case 'not-moved':
      return labWords(problem);
    case 'canvas-rect':
    case 'canvas-calls':
    case 'pixels':
      return canvasWords(problem);
    case 'media-busy':
    case 'media-uncaught':
    case 'media-bytes':
    case 'media-ends':
    case 'media-after-failure':
    case 'told':
    case 'media-type':
    case 'media-unasked':
    case 'media-url':
      return mediaWords(problem);
    case 'blob-type':
      return {
        why: `The Blob's type should be \`${problem.expected}\` and is ${problem.found === '' ? 'empty' : `\`${problem.found}\``}.`,
        next: 'Give the type in the second argument of the constructor.',
      };
    case 'bytes-read':
      return {
        why: `${problem.found.toLocaleString('en')} bytes were read, and ${problem.most.toLocaleString('en')} are the most.`,
        next: 'Step through the call and see which bytes it reads that it does not need.',
      };
    case 'blob-bytes':
      return {
        why: `${problem.found.toLocaleString('en')} bytes were read, and ${problem.most.toLocaleString('en')} are the most.`,
        next: 'Cut out the part that you need before you read it.',
      };
    case 'urls':
      return {
        why: `Of ${count(problem.made, 'URL', 'URLs')} that were made, ${count(problem.live, 'is', 'are')} still live at the end.`,
        next: 'Find the way through your code on which an address is not given back.',
      };
    case 'capped':
      return {
        why: 'So much has happened by then that the recording does not hold all of this call.',
        next: 'Look for a loop that makes more turns than there are bytes, or a buffer at each turn. It may stand outside of the function.',
      };
    case 'printed':
      return {
        why:
          problem.expected === null
            ? `Line ${problem.index + 1} of the console is one too many: \`${String(problem.found)}\`.`
            : `Line ${problem.index + 1} of the console: expected \`${problem.expected}\` and found ${problem.found === null ? 'nothing' : `\`${problem.found}\``}.`,
        next: 'Compare what you print with what the task asks for.',
      };
  }
}

/** Why a check failed, and one next action: for answers that the exercise does not know. */
export const feedbackWords: Texts<(feedback: Feedback) => MistakeWords> = {
  en: ({ problem }) => problemWords(problem),
};

/** Why nothing was judged, and one next action. */
export const refusalWords: Texts<(refusal: Refusal) => MistakeWords> = {
  en: (refusal) => {
    switch (refusal.kind) {
      case 'threw':
      case 'uncaught':
        return threw(refusal.error);
      case 'stopped': {
        const where = refusal.line === null ? '' : ` in line ${refusal.line}`;
        return {
          why:
            refusal.by === 'reader'
              ? 'You stopped this run, so nothing was checked.'
              : `It ran for too long without a pause${where}${refusal.during === null ? '' : `, during \`${refusal.during}\``}.`,
          next:
            refusal.by === 'reader'
              ? 'Press Check again.'
              : 'Look for what should end the loop, and whether it ever changes.',
        };
      }
      case 'lost':
        return { why: refusal.reason, next: 'Press Check again.' };
      case 'incomplete':
        return {
          why: 'Parts of this run did not arrive, so nothing was checked.',
          next: 'Press Check again.',
        };
    }
  },
};
