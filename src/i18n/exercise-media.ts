/** What is said where a call did something wrong to its MediaSource. Code stands between backticks. */
import type { MistakeWords } from '../core/exercise/exercise';
import type { MediaProblem } from '../core/exercise/feedback';

const bytes = (number: number): string =>
  number === 1 ? '1 byte' : `${number.toLocaleString('en')} bytes`;

export function mediaWords(problem: MediaProblem): MistakeWords {
  switch (problem.kind) {
    case 'media-busy':
      return {
        why: `Call ${problem.number} of \`${problem.operation}\` came while the SourceBuffer was updating, and threw an \`InvalidStateError\`.`,
        next: 'Wait for updateend before you ask for the next thing.',
      };
    case 'media-uncaught':
      return {
        why: `Your listener of \`${problem.event}\` let an error out: \`${problem.error}\`.`,
        next: 'Find the call that threw, and the state it was made in.',
      };
    case 'media-bytes':
      if (problem.differsAt !== null)
        return {
          why: `The append behind byte ${problem.differsAt.toLocaleString('en')} did not have the bytes that come there.`,
          next: 'Append the chunks in the order in which they came, and nothing else.',
        };
      return {
        why: `${bytes(problem.found)} of ${bytes(problem.expected)} were appended.`,
        next: 'Follow one chunk from its data event to its append.',
      };
    case 'media-ends':
      return {
        why:
          problem.found === 0
            ? 'All is in, and nobody said that this was the end.'
            : problem.found === 1
              ? '`endOfStream` was called when it could not be.'
              : `\`endOfStream\` was called ${problem.found} times.`,
        next: 'Call endOfStream once: when the end has come, the queue is empty, and nothing is updating.',
      };
    case 'media-after-failure':
      return {
        why: `The SourceBuffer had failed, and \`${problem.operation}\` was called all the same.`,
        next: 'Look at the error event, and stop there.',
      };
    case 'told':
      return {
        why:
          problem.found === null
            ? `This should have been said: \`${String(problem.expected)}\`. Nothing was.`
            : problem.expected === null
              ? `This was said, and should not have been: \`${problem.found}\`.`
              : `\`${problem.expected}\` should have been said, and \`${problem.found}\` was.`,
        next: 'Say it once, where you know how it has ended.',
      };
    case 'media-type':
      return {
        why:
          problem.found === null
            ? '`addSourceBuffer` was not called.'
            : problem.expected === null
              ? `\`addSourceBuffer\` was called with \`${problem.found}\`, which is not supported here.`
              : `\`addSourceBuffer\` was given \`${problem.found}\`; \`${problem.expected}\` is right.`,
        next: 'Write down the CodecID of each track, and its name in a type string.',
      };
    case 'media-unasked':
      return {
        why: `Nobody had asked whether \`${problem.type}\` is supported when it was added.`,
        next: 'Ask `MediaSource.isTypeSupported` with the same string, first.',
      };
    case 'media-url':
      return problem.isEarly
        ? {
            why: 'The address was revoked before the MediaSource was open. Where the element has not fetched it yet, it never opens.',
            next: 'Revoke it in the listener of sourceopen.',
          }
        : {
            why: 'The address of the MediaSource is still there.',
            next: 'Revoke `video.src` as soon as the MediaSource is open.',
          };
  }
}
