/** Ways to recognise a known wrong answer by what it did. */
import { explainError, type ErrorFact } from '../explain/explain-error';
import type { Call } from './attempt';
import { errorOf, type Recognise } from './exercise';
import { equals, type Expected, type InputValue } from './values';

/** Every call answered as this wrong reference does, errors aside. */
export function answersLike(wrong: (...args: readonly InputValue[]) => Expected): Recognise {
  return (_finding, { calls }) =>
    calls.every(
      ({ args, result: { outcome } }) =>
        outcome.kind === 'returned' && equals(outcome.value, wrong(...args)),
    );
}

/** Every call answered as this reference does of the whole buffers behind its views: `byteOffset` was forgotten. */
export function answersOfWholeBuffers(
  reference: (...args: readonly InputValue[]) => Expected,
): Recognise {
  return (_finding, { calls }) =>
    calls.every(({ args, probe, result: { outcome } }) => {
      const whole = args.map((arg, i) => {
        const input = probe.inputs[i];
        return input?.kind === 'bytes' ? input.bytes.slice() : arg;
      });
      return outcome.kind === 'returned' && equals(outcome.value, reference(...whole));
    });
}

/** The check failed by an error of this kind, whatever the engine's words for it. */
export function failsWith(kind: ErrorFact['kind']): Recognise {
  return (finding) => {
    const error = errorOf(finding);
    return error !== null && explainError(error)?.kind === kind;
  };
}

/** The check failed by an error of this name. */
export function failsWithName(name: string): Recognise {
  return (finding) => errorOf(finding)?.name === name;
}

/** The call that the check failed in is like this. */
export function inCall(is: (call: Call) => boolean): Recognise {
  return ({ call }) => call !== null && is(call);
}

/** All of these. */
export function all(...recognisers: readonly Recognise[]): Recognise {
  return (finding, attempt) => recognisers.every((is) => is(finding, attempt));
}

/** One of these. */
export function any(...recognisers: readonly Recognise[]): Recognise {
  return (finding, attempt) => recognisers.some((is) => is(finding, attempt));
}
