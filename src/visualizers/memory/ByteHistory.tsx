/** The life of the chosen byte: each step that touched it, as a way to go there; and two ways to walk along them. */
import { useMemo } from 'react';
import { formatByte } from '../../core/bytes/format';
import { rangeAt } from '../../core/bytes/ranges';
import { nextAccess, previousAccess } from '../../core/trace/selectors';
import { byteHistory, type ByteAccess } from '../../core/trace/step-history';
import { textFor, type Locale } from '../../i18n/locale';
import { memoryText, type HistoryText } from '../../i18n/memory';
import type { MemoryReplay } from './memory-replay';
import { useReplayVersion } from './StepReadout';

export interface ByteHistoryProps {
  readonly replay: MemoryReplay;
  readonly locale: Locale;
  readonly onSeek: (step: number) => void;
}

/** Lists are made anew only when the reader leaves this many steps behind. */
const LIST_STEP = 50;

export function ByteHistory({ replay, locale, onSeek }: ByteHistoryProps) {
  useReplayVersion(replay);
  const text = textFor(memoryText, locale).history;
  const place = replay.selected;
  const bufferId = place?.bufferId ?? -1;
  const byteOffset = place?.byteOffset ?? -1;
  const { step, trace } = replay;
  const around = Math.round(step / LIST_STEP) * LIST_STEP;
  const history = useMemo(
    () => (byteOffset < 0 ? null : byteHistory(trace, bufferId, byteOffset, around)),
    [trace, bufferId, byteOffset, around],
  );
  if (!place || !history) return null;
  const range = rangeAt(byteOffset, 1);
  const previous = previousAccess(trace, bufferId, range, 'any', step);
  const next = nextAccess(trace, bufferId, range, 'any', step);
  const several = trace.buffers.length > 1;
  const name = text.byte(several ? (trace.buffers[bufferId]?.name ?? null) : null, byteOffset);
  const go = (label: string, to: number | null) => (
    <button
      type="button"
      className="btn"
      aria-disabled={to === null || undefined}
      onClick={() => {
        if (to !== null) onSeek(to);
      }}
    >
      {label}
    </button>
  );
  return (
    <section className="byte-history" aria-label={text.title(name)}>
      <div className="pane-head">
        <h3>{text.title(name)}</h3>
        <span className="history-walk">
          {go(text.previous, previous)}
          {go(text.next, next)}
        </span>
      </div>
      {history.accesses.length === 0 ? (
        <p className="mem-note">{text.none}</p>
      ) : (
        <ol tabIndex={0} aria-label={text.title(name)}>
          {history.accesses.map((access) => (
            <HistoryRow
              key={access.step}
              access={access}
              current={access.step === step}
              text={text}
              onSeek={onSeek}
            />
          ))}
        </ol>
      )}
      {history.earlier + history.later > 0 && (
        <p className="mem-note">{text.omitted(history.earlier, history.later)}</p>
      )}
    </section>
  );
}

interface HistoryRowProps {
  readonly access: ByteAccess;
  readonly current: boolean;
  readonly text: HistoryText;
  readonly onSeek: (step: number) => void;
}

function HistoryRow({ access, current, text, onSeek }: HistoryRowProps) {
  const { step, kind, site, before, after } = access;
  const shown = (value: number | null) => (value === null ? text.absent : formatByte(value, 'hex'));
  const value =
    before === after ? text.unchanged(shown(after)) : text.changed(shown(before), shown(after));
  return (
    <li>
      <button
        type="button"
        aria-current={current ? 'step' : undefined}
        onClick={() => {
          onSeek(step);
        }}
      >
        <span className="history-step">{text.stepNo(step)}</span>
        <span className="history-line">{site && site.line > 0 ? text.lineNo(site.line) : ''}</span>
        <code>{site?.text ?? ''}</code>
        <span className={`history-value${before === after ? '' : ' chg'}`}>{value}</span>
        <span className="history-kind">
          {kind in text.kinds ? text.kinds[kind as keyof HistoryText['kinds']] : kind}
        </span>
      </button>
    </li>
  );
}
