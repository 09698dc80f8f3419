/** A step in words: the parts of the readout's line, and the same as one sentence to be spoken. */
import type { StoreReason } from '../../core/trace/step-reason';
import { formatFull } from '../../core/bytes/format';
import type { ExplainText, MemoryText } from '../../i18n/memory';
import type { StepFacts, StepSubject } from './step-facts';
import type { Reading } from './readout';

/** The readout's line for a step. */
export function stepReading(facts: StepFacts, steps: number, text: MemoryText): Reading {
  const { explain } = text;
  const { range } = facts;
  const touches = range.end > range.start;
  return {
    tag: facts.tag,
    family: facts.family ?? '',
    name: facts.name ?? facts.bufferName ?? facts.operation ?? '',
    span: touches ? text.span(range.start, range.end - 1) : '',
    hex: facts.hex,
    value: facts.value ?? '',
    why: join(whyParts(facts, steps, explain)),
  };
}

/** `Write i16[1] = −2, bytes 2 to 3`: the step in the fewest words, as a slider's value. */
export function stepTitle(subject: StepSubject, text: MemoryText): string {
  const { range } = subject;
  const { explain } = text;
  const name = subject.name ?? subject.bufferName ?? text.unnamedBuffer;
  const value = subject.stored === null ? null : formatFull(subject.stored);
  const touches = range.end > range.start ? explain.where(range.start, range.end - 1) : '';
  return explain.title(subject.kind, subject.operation, name, value, touches, subject.lengths);
}

/** The whole step as sentences, for a live region. */
export function spokenStep(facts: StepFacts, steps: number, text: MemoryText): string {
  const { explain } = text;
  const start = explain.stepOf(facts.step, steps, facts.line);
  const why = join(whyParts(facts, steps, explain));
  return [`${start}.`, `${stepTitle(facts, text)}.`, why === '' ? '' : explain.sentence(why)]
    .filter((part) => part !== '')
    .join(' ');
}

/** Why memory now looks as it does, in order of what a reader would ask. */
function whyParts(facts: StepFacts, steps: number, explain: ExplainText): string[] {
  const parts: string[] = [];
  const { kind, reason, lengths, source } = facts;
  if (reason) parts.push(reasonText(reason, facts, explain));
  if (facts.littleEndian !== null) parts.push(explain.byteOrder(kind, facts.littleEndian));
  switch (kind) {
    case 'read':
      if (facts.littleEndian === null) parts.push(explain.readsOnly);
      return parts;
    case 'resize':
      if (lengths) parts.push(explain.resized(lengths.before, lengths.after));
      return parts;
    case 'detach':
      parts.push(explain.detached(facts.operation));
      return parts;
    case 'host':
      parts.push(
        facts.operation === null
          ? explain.host(Math.max(0, facts.step - 1), facts.step < steps ? facts.step + 1 : null)
          : explain.hostBy(facts.operation),
      );
      break;
    case 'copy':
      if (facts.operation !== null) parts.push(explain.by(facts.operation));
      if (source)
        parts.push(explain.copiedFrom(source.bufferName, source.range.start, source.range.end - 1));
      break;
    case 'write':
      if (facts.operation !== null) parts.push(explain.by(facts.operation));
      break;
    default: {
      const words = explain.elsewhere(kind, facts.operation);
      return words === '' ? parts : [...parts, words];
    }
  }
  if (facts.same) parts.push(explain.same);
  else if (facts.also.length > 0) parts.push(explain.also(kind, facts.also, facts.alsoMore));
  return parts;
}

function reasonText(reason: StoreReason, facts: StepFacts, explain: ExplainText): string {
  const assigned =
    typeof facts.assigned === 'number' ? formatFull(facts.assigned) : (facts.assigned ?? '');
  const stored = facts.stored === null ? '' : formatFull(facts.stored);
  return explain.reason(reason, assigned, stored);
}

const join = (parts: readonly string[]): string => parts.join('; ');
