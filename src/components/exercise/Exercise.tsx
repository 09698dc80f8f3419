/**
 * An exercise: a task, the bench to solve it in, its checks, hints and solution. Rendered on the server so that it reads
 * well, and prints, before any of this code has loaded.
 */
import { useCallback, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { Spot } from '../../core/exercise/feedback';
import { firstFailed } from '../../core/exercise/verdict';
import { exercisePageText } from '../../i18n/exercise-page';
import { textFor, type Locale } from '../../i18n/locale';
import { lightCell } from '../../visualizers/memory/light-cell';
import { BenchBar } from '../bench/BenchBar';
import { BenchCode } from '../bench/BenchCode';
import { BenchStack } from '../bench/BenchStack';
import type { BenchStatus } from '../bench/bench-status';
import { BenchTrace } from '../bench/BenchTrace';
import { DraftNote } from '../bench/DraftNote';
import { hashSource } from '../bench/draft-slot';
import { pageDrafts } from '../bench/drafts';
import { Icon } from '../bench/Icon';
import { useBench } from '../bench/use-bench';
import { isSolved, maySeeSolution } from './attempt-log';
import { AttemptList } from './AttemptList';
import { CheckList, type ShownCheck } from './CheckList';
import { Comparison } from './Comparison';
import { ExerciseHead } from './ExerciseHead';
import { ExerciseNote } from './ExerciseNote';
import { Hints } from './Hints';
import { Solution } from './Solution';
import { useCheck } from './use-check';

export interface ExerciseProps {
  readonly lesson: string;
  readonly name: string;
  readonly title: string;
  /** What the reader is given. */
  readonly start: string;
  readonly checks: readonly ShownCheck[];
  readonly hints: readonly [string, string, string];
  readonly locale: Locale;
  /** What is to be done, as HTML. */
  readonly task?: ReactNode;
  /** `start`, highlighted. */
  readonly children?: ReactNode;
}

export default function Exercise(props: ExerciseProps) {
  const { lesson, name, title, start, checks, hints, locale } = props;
  const text = textFor(exercisePageText, locale);
  const bench = useBench({
    // Snippets of the lesson may have the same name.
    id: `${lesson}/exercises/${name}`,
    title,
    fileName: `${name}.js`,
    source: start,
    realm: 'worker',
    goal: 'module',
    html: null,
    run: null,
    locale,
    opensAtStart: false,
    opensAt: 'end',
    resetKeeps: true,
    isExample: true,
  });
  const { benchRun, state, section, session, draft, hydrated, goToLine, focusRun, keys } = bench;
  const exercise = useMemo(() => ({ lesson, name }), [lesson, name]);
  const [check, attempts] = useCheck(exercise, start, benchRun);
  /** What has just been done to the code, for the toolbar to say. */
  const [said, setSaid] = useState<{ readonly text: string; readonly of: string } | null>(null);
  // A check leaves a buffer for each hidden input: that is laid out for who asks for it.
  const [runOpen, setRunOpen] = useState(true);
  const [attemptOpen, setAttemptOpen] = useState(false);
  const { checked, log } = check;
  const { source } = draft;
  const isAttempt = state.shown?.isAttempt === true;
  const isRunOpen = isAttempt ? attemptOpen : runOpen;

  const runCheck = () => {
    setAttemptOpen(false);
    void attempts.check((probes) => bench.start({ probes }));
  };
  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>) => {
    // Before the editor, where these keys add a line.
    if (event.key === 'Enter' && event.shiftKey && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) runCheck();
      return;
    }
    keys.onKeyDownCapture(event);
  };

  const isShown = checked !== null && state.shown?.run?.runId === checked.run.runId;
  const isOld = checked !== null && checked.run.source !== source;
  const failed = checked && firstFailed(checked.verdict);
  const line = failed?.feedback?.spot.line ?? null;
  const failMark = useMemo(
    () => (line === null || isOld || !isShown ? null : { line, kind: 'err' as const }),
    [line, isOld, isShown],
  );

  const showByte = ({ step, bufferId, byteOffset }: Spot) => {
    flushSync(() => setAttemptOpen(true));
    const { stepping } = benchRun.state;
    const view = section.current?.querySelector<HTMLElement>('.ex-run .mem');
    if (!stepping || !view || bufferId === null || byteOffset === null) return;
    const byte = `byte ${byteOffset}`;
    // A long buffer's window may have to move there first.
    flushSync(() => {
      if (step !== null) stepping.store.seek(step);
      stepping.store.follow();
      lightCell(view, byte, 'pin', bufferId);
    });
    const cell = view.querySelector<HTMLElement>(
      `[data-buffer="${bufferId}"] [role=gridcell][data-name="${byte}"]`,
    );
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'center' });
  };

  /** Takes another code; the one given up is kept. */
  const take = (code: string, says: string) => {
    const { tab, now } = pageDrafts();
    session.use({ source: code, base: hashSource(start), tab, savedAt: now() });
    if (session.state.source === code) setSaid({ text: says, of: code });
    focusRun();
  };

  const see = useCallback((solution: string) => attempts.see(solution), [attempts]);
  const status = statusOf();

  /** One sentence: what was done to the code, or what came of the check, or what the bench says. */
  function statusOf(): BenchStatus {
    if (check.unloaded) return { text: text.unloaded, bad: true };
    if (check.checking)
      return check.fetching || state.showRunning
        ? { text: text.checking, bad: false }
        : bench.status;
    if (said?.of === source && (checked === null || isOld)) return { text: said.text, bad: false };
    if (checked === null || !isShown || isOld) return bench.status;
    const { verdict, result } = checked;
    if (verdict.refusal !== null) return { ...bench.status, spoken: text.refusedTitle };
    const passed = verdict.checks.filter((each) => each.state === 'passed').length;
    const own = checks.find(({ id }) => id === failed?.id);
    const spoken = own
      ? text.firstFailed(own.says.replaceAll('`', ''))
      : result === 'solved'
        ? text.allPassed
        : text.passedSeen;
    return {
      text: `${text.score(passed, verdict.checks.length)}.`,
      bad: !verdict.passed,
      spoken,
    };
  }

  return (
    <section
      ref={section}
      className="bench exer"
      id={`exercise-${name}`}
      aria-label={text.label(title)}
      data-bench={bench.setup.id}
      data-exercise={name}
      data-hydrated={hydrated || undefined}
      data-stale={bench.old || undefined}
      {...keys}
      onKeyDownCapture={onKeyDownCapture}
      onFocusCapture={() => attempts.warm()}
      onPointerDownCapture={() => attempts.warm()}
    >
      <ExerciseHead title={title} checks={checks} checked={checked} log={log} text={text} />
      <div className="ex-grid">
        <div className="ex-l">
          <div className="task">{props.task}</div>
          <BenchBar
            bench={bench}
            status={status}
            onAction={(action) => {
              if (action === 'check') runCheck();
            }}
          >
            <button
              type="button"
              className="btn tool primary"
              data-action="check"
              aria-label={text.check}
              title={text.checkHint}
              aria-disabled={check.checking || undefined}
              onClick={() => {
                if (!check.checking) runCheck();
              }}
            >
              <Icon name="pass" />
              <span className="lbl-m">{text.check}</span>
            </button>
          </BenchBar>
          <DraftNote draft={draft} session={session} text={bench.text} onDone={focusRun} />
          <ExerciseNote check={check} session={attempts} text={text} onDone={focusRun} />
          <BenchCode bench={bench} mark={bench.mark ?? failMark}>
            {props.children}
          </BenchCode>
          {failed?.feedback && <Comparison feedback={failed.feedback} text={text} />}
        </div>
        <div className="ex-r">
          <h4 className="ex-h">{text.checks}</h4>
          {isOld && <p className="ex-old">{text.fromLastCheck}</p>}
          <CheckList
            checks={checks}
            checked={checked}
            locale={locale}
            text={text}
            onLine={goToLine}
            onByte={isShown ? showByte : null}
          />
          <h4 className="ex-h">{text.hints}</h4>
          <Hints
            hints={hints}
            opened={check.isOpen ? log.hints : null}
            text={text}
            onOpen={(number) => attempts.openHint(number)}
          />
        </div>
      </div>
      {state.shown !== null && (
        <div className="ex-more ex-run">
          <h4>
            <button
              type="button"
              aria-expanded={isRunOpen}
              onClick={() => {
                if (isAttempt) setAttemptOpen(!attemptOpen);
                else setRunOpen(!runOpen);
              }}
            >
              {isAttempt ? text.ofCheck : text.ofRun}
            </button>
          </h4>
          {isRunOpen && (
            <>
              <BenchStack bench={bench} verdict={checked === null || !isShown} />
              <BenchTrace bench={bench} />
            </>
          )}
        </div>
      )}
      <Solution
        exercise={exercise}
        locale={locale}
        text={text}
        allowed={maySeeSolution(log)}
        seen={log.shown.length > 0}
        solved={isSolved(log)}
        mine={source}
        onSeen={see}
        onUse={(solution) => take(solution, text.solutionUsed)}
        onKeep={focusRun}
      />
      <AttemptList
        attempts={log.attempts}
        source={source}
        text={text}
        onRestore={(attempt) => take(attempt.source, text.restored)}
      />
      <div className="ex-room" aria-hidden="true">
        {text.room}
      </div>
    </section>
  );
}
