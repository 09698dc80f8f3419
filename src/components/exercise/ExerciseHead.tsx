/** The line over an exercise: what it is called, and how far the reader has come. */
import type { ExercisePageText } from '../../i18n/exercise-page';
import { Icon } from '../bench/Icon';
import { isSolved, type AttemptLog } from './attempt-log';
import type { ShownCheck } from './CheckList';
import type { Checked } from './check-session';

export interface ExerciseHeadProps {
  readonly title: string;
  readonly checks: readonly ShownCheck[];
  readonly checked: Checked | null;
  readonly log: AttemptLog;
  readonly text: ExercisePageText;
}

export function ExerciseHead({ title, checks, checked, log, text }: ExerciseHeadProps) {
  const states = checks.map(
    ({ id }) => checked?.verdict.checks.find((each) => each.id === id)?.state ?? 'open',
  );
  const passed = states.filter((state) => state === 'passed').length;
  const isJudged = states.some((state) => state !== 'open');
  return (
    <header className="ex-head">
      <h3>{text.title(title)}</h3>
      {isSolved(log) ? (
        <b className="ex-mark pass">
          <Icon name="pass" />
          {text.solved}
        </b>
      ) : (
        log.shown.length > 0 && <b className="ex-mark">{text.seen}</b>
      )}
      <span className="score" aria-hidden="true">
        {states.map((state, index) => (
          <i key={checks[index]?.id} className={state} />
        ))}
      </span>
      <span className="sc-t">
        {isJudged ? text.score(passed, states.length) : text.notChecked(states.length)}
      </span>
      {log.made > 0 && <span className="att">{text.attempt(log.made)}</span>}
    </header>
  );
}
