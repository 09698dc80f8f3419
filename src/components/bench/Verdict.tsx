/** What ended the run, when it was not the last line: the error with its fix, the guard's rescue, a lost run. */
import { explainError } from '../../core/explain/explain-error';
import type { ErrorReport } from '../../core/trace/run';
import type { BenchText } from '../../i18n/bench';
import { errorText } from '../../i18n/errors';
import { textFor, type Locale } from '../../i18n/locale';
import { lostText } from '../../i18n/lost';
import type { ShownRun } from './bench-run';
import { Icon } from './Icon';

export interface VerdictProps {
  readonly run: ShownRun;
  readonly locale: Locale;
  readonly text: BenchText;
  readonly onLine: (line: number) => void;
  readonly onKeepGoing: (() => void) | null;
}

export function Verdict({ run, locale, text, onLine, onKeepGoing }: VerdictProps) {
  const { outcome } = run;
  const late = run.lateErrors[0];
  if (outcome?.kind === 'threw') {
    return <Failure error={outcome.error} locale={locale} text={text} onLine={onLine} run={run} />;
  }
  if (outcome?.kind === 'stopped' && outcome.by !== 'reader') {
    const { line } = outcome;
    const guard = outcome.by === 'guard';
    return (
      <div className="msg guard" {...roleOf(run)}>
        <Icon name="warn" />
        <div>
          <p>
            <b>{guard ? text.guardTitle(run.guardMs / 1000) : text.watchdogTitle}</b>{' '}
            {guard ? text.guardBody(line) : text.watchdogBody}
          </p>
          <p className="msg-actions">
            {line !== null && <LineButton line={line} text={text} onLine={onLine} />}
            {onKeepGoing && (
              <button type="button" className="btn quiet" onClick={onKeepGoing}>
                {text.keepGoing}
              </button>
            )}
          </p>
        </div>
      </div>
    );
  }
  if (outcome?.kind === 'lost') {
    return (
      <div className="msg fail" role="alert">
        <Icon name="fail" />
        <div>
          <p>
            <b>{text.lostTitle}</b> {textFor(lostText, locale)(outcome.reason)}
          </p>
        </div>
      </div>
    );
  }
  if (late) {
    return <Failure error={late} locale={locale} text={text} onLine={onLine} run={run} />;
  }
  return null;
}

/** The page's own recorded run is part of the lesson; only what this reader ran is announced. */
const roleOf = (run: ShownRun) => (run.atBuild ? {} : { role: 'alert' as const });

export interface FailureProps {
  readonly error: ErrorReport;
  readonly run: ShownRun;
  /** Where it happened, said before it. */
  readonly where?: string;
  readonly locale: Locale;
  readonly text: BenchText;
  readonly onLine: (line: number) => void;
}

export function Failure({ error, run, where, locale, text, onLine }: FailureProps) {
  const fact = explainError(error);
  const explained = fact && textFor(errorText, locale)(fact);
  const engine = error.message === '' ? error.name : `${error.name}: ${error.message}`;
  return (
    <div className="msg fail" {...roleOf(run)}>
      <Icon name="fail" />
      <div>
        <p>
          {where !== undefined && `${where} `}
          <b>{explained ? explained.what : engine}</b> {explained?.todo}
        </p>
        {error.origin === 'rejection' && <p>{text.rejected}</p>}
        <div className="msg-actions">
          {error.line !== null && <LineButton line={error.line} text={text} onLine={onLine} />}
          {explained && (
            <details>
              <summary>{text.engineSays}</summary>
              <code lang="en">{engine}</code>
            </details>
          )}
        </div>
      </div>
    </div>
  );
}

function LineButton({
  line,
  text,
  onLine,
}: {
  line: number;
  text: BenchText;
  onLine: (line: number) => void;
}) {
  return (
    <button
      type="button"
      className="btn"
      onClick={() => {
        onLine(line);
      }}
    >
      {text.goToLine(line)}
    </button>
  );
}
