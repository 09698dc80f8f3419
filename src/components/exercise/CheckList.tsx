/** The checks and how they went. The first that failed speaks in full, the others say shortly what was found. */
import type { ErrorReport } from '../../core/trace/run';
import type { Refusal } from '../../core/exercise/attempt';
import type { ExerciseWords, MistakeWords } from '../../core/exercise/exercise';
import type { Feedback, Spot } from '../../core/exercise/feedback';
import { firstFailed, type CheckVerdict, type Verdict } from '../../core/exercise/verdict';
import type { ExercisePageText } from '../../i18n/exercise-page';
import { textFor, type Locale } from '../../i18n/locale';
import { Icon } from '../bench/Icon';
import type { Checked } from './check-session';
import type { Judging } from './judging';
import { Words } from './Words';

export interface ShownCheck {
  readonly id: string;
  readonly says: string;
}

export interface CheckListProps {
  readonly checks: readonly ShownCheck[];
  readonly checked: Checked | null;
  readonly locale: Locale;
  readonly text: ExercisePageText;
  readonly onLine: (line: number) => void;
  /** Null where the bench no longer shows the attempt. */
  readonly onByte: ((spot: Spot) => void) | null;
}

export function CheckList({ checks, checked, locale, text, onLine, onByte }: CheckListProps) {
  const first = checked && firstFailed(checked.verdict);
  const said = checked && saidIn(checked.judging, locale);
  const acts = { text, onLine, onByte };
  return (
    <>
      {checked && said && checked.verdict.refusal !== null && (
        <div className="ex-said fail">
          <Icon name="warn" />
          <div className="cm">
            <p>
              <b>{text.refusedTitle}</b>
            </p>
            <Told
              words={said.ofRefusal(checked.verdict, checked.verdict.refusal)}
              spot={{ ...NOWHERE, line: lineOf(checked.verdict.refusal) }}
              {...acts}
            />
          </div>
        </div>
      )}
      {checked?.verdict.passed === true && (
        <div className="ex-said pass">
          <Icon name="pass" />
          <div className="cm">
            <p>
              <b>{checked.result === 'solved' ? text.solvedTitle : text.seenTitle}</b>{' '}
              {checked.result === 'solved' ? text.solvedBody : text.seenBody}
            </p>
          </div>
        </div>
      )}
      <ol className="checks">
        {checks.map(({ id, says }) => {
          const own = checked?.verdict.checks.find((each) => each.id === id);
          const state = own?.state ?? 'open';
          return (
            <li key={id} className={state}>
              <span className="mk">{state !== 'open' && <Icon name={SIGNS[state]} />}</span>
              <div>
                <p className="ct">
                  <Words>{says}</Words>
                  <span className="vh">{text.state[state]}</span>
                </p>
                {own?.feedback && said && (
                  <div className="cm">
                    {own.id === first?.id ? (
                      <Told words={said.of(own.feedback)} spot={own.feedback.spot} {...acts} />
                    ) : (
                      <p>
                        {/* An exercise’s own words may take for granted that the checks above passed. */}
                        <Words>{said.generally(own.feedback).why}</Words>
                      </p>
                    )}
                  </div>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}

const SIGNS = { passed: 'pass', failed: 'fail' } as const satisfies Partial<
  Record<CheckVerdict['state'], string>
>;
const NOWHERE: Spot = { line: null, step: null, bufferId: null, byteOffset: null };

interface ToldProps extends Pick<CheckListProps, 'text' | 'onLine' | 'onByte'> {
  readonly words: MistakeWords;
  readonly spot: Spot;
}

function Told({ words: { why, next }, spot, text, onLine, onByte }: ToldProps) {
  const { line, bufferId, byteOffset } = spot;
  return (
    <>
      <p>
        <Words>{why}</Words>
      </p>
      <p>
        <Words>{next}</Words>
      </p>
      <p className="acts">
        {onByte && bufferId !== null && byteOffset !== null && (
          <button type="button" className="btn" onClick={() => onByte(spot)}>
            <Icon name="eye" />
            {text.showByte(byteOffset)}
          </button>
        )}
        {line !== null && (
          <button type="button" className="btn quiet" onClick={() => onLine(line)}>
            {text.goToLine(line)}
          </button>
        )}
      </p>
    </>
  );
}

/** What is said about an attempt: in the exercise's own words where it has some, else in general ones. */
function saidIn({ exercise, feedbackWords, refusalWords }: Judging, locale: Locale) {
  const { mistakes }: ExerciseWords = textFor(exercise.words, locale);
  const generally = textFor(feedbackWords, locale);
  const own = (mistake: string | null) => (mistake === null ? undefined : mistakes[mistake]);
  return {
    generally,
    of: (feedback: Feedback): MistakeWords => own(feedback.mistake) ?? generally(feedback),
    ofRefusal: ({ mistake }: Verdict, refusal: Refusal): MistakeWords =>
      own(mistake) ?? textFor(refusalWords, locale)(refusal),
  };
}

/** The line that a refusal speaks of. */
function lineOf(refusal: Refusal): number | null {
  if (refusal.kind === 'stopped') return refusal.line;
  const error: ErrorReport | null = 'error' in refusal ? refusal.error : null;
  return error?.line ?? null;
}
