/** The console of a bench: one row per call, the source line at its right, errors at the end where they happened. */
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { ConsoleEntry } from '../../../core/trace/console-entry';
import type { BenchText } from '../../../i18n/bench';
import type { ConsoleText } from '../../../i18n/console';
import { ConsoleTable } from './ConsoleTable';
import { PreviewTree } from './PreviewTree';
import { entryText } from './preview-text';

export interface ConsoleViewProps {
  readonly entries: readonly ConsoleEntry[];
  readonly omitted: number;
  readonly text: ConsoleText;
  readonly bench: BenchText;
  /** What it is called, where there are two. */
  readonly title?: string;
  /** What stands here while there are no rows. */
  readonly nothing: string;
  readonly onLine: (line: number) => void;
}

/** Which rows stand inside a collapsed group: those deeper than a heading the reader has closed. */
function visibleRows(
  entries: readonly ConsoleEntry[],
  toggled: ReadonlySet<number>,
): { entry: ConsoleEntry; index: number; open: boolean }[] {
  const rows: { entry: ConsoleEntry; index: number; open: boolean }[] = [];
  let hiddenBelow = Infinity;
  entries.forEach((entry, index) => {
    if (entry.depth <= hiddenBelow) hiddenBelow = Infinity;
    if (entry.depth > hiddenBelow) return;
    const isGroup = entry.kind === 'group' || entry.kind === 'groupCollapsed';
    const open = isGroup && (entry.kind === 'group') !== toggled.has(index);
    if (isGroup && !open) hiddenBelow = entry.depth;
    rows.push({ entry, index, open });
  });
  return rows;
}

export const ConsoleView = memo(function ConsoleView(props: ConsoleViewProps) {
  const { entries, omitted, text, bench, nothing, onLine } = props;
  const { title = bench.console } = props;
  const [toggled, setToggled] = useState<ReadonlySet<number>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const pinned = useRef(true);
  const rows = useMemo(() => visibleRows(entries, toggled), [entries, toggled]);

  // Follow new rows, unless the reader has scrolled up to read.
  useEffect(() => {
    const rows = list.current;
    if (rows && pinned.current) rows.scrollTop = rows.scrollHeight;
  }, [entries]);

  const toggle = (index: number) => {
    setToggled((old) => {
      const next = new Set(old);
      if (!next.delete(index)) next.add(index);
      return next;
    });
  };

  return (
    <div className="console">
      <div className="pane-head">
        <h3>{title}</h3>
      </div>
      <div
        ref={list}
        className="console-rows"
        role="log"
        aria-label={title}
        tabIndex={0}
        onScroll={(event) => {
          const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
          pinned.current = scrollHeight - scrollTop - clientHeight < 24;
        }}
      >
        <ol>
          {rows.length === 0 && <li className="mut">{nothing}</li>}
          {rows.map(({ entry, index, open }) => (
            <li
              key={index}
              className={entry.level}
              style={{ paddingInlineStart: 14 + entry.depth * 16 }}
            >
              <span className="console-values">
                {(entry.level === 'warn' || entry.level === 'error') && (
                  <b className="console-level">{text.level[entry.level]}</b>
                )}
                {entry.kind === 'clear' ? (
                  <em>{bench.consoleCleared}</em>
                ) : entry.kind === 'table' && entry.values[0] ? (
                  <ConsoleTable preview={entry.values[0]} text={text} />
                ) : entry.kind === 'group' || entry.kind === 'groupCollapsed' ? (
                  <button
                    type="button"
                    className="console-group"
                    aria-expanded={open}
                    onClick={() => {
                      toggle(index);
                    }}
                  >
                    {entryText(entry)}
                  </button>
                ) : (
                  entry.values.map((value, i) => (
                    <PreviewTree key={i} preview={value} text={text} />
                  ))
                )}
                {entry.stack.length > 0 && (
                  <span className="console-stack">
                    {entry.stack.map(({ name, line }, i) => (
                      <span key={i}>
                        {name || '(top level)'} :{line}
                      </span>
                    ))}
                  </span>
                )}
              </span>
              <span className="console-meta">
                {entry.count > 1 && (
                  <span className="console-count" aria-label={text.times(entry.count)}>
                    × {entry.count}
                  </span>
                )}
                {entry.line !== null && (
                  <button
                    type="button"
                    className="src-l"
                    aria-label={text.line(entry.line)}
                    onClick={() => {
                      if (entry.line !== null) onLine(entry.line);
                    }}
                  >
                    :{entry.line}
                  </button>
                )}
              </span>
            </li>
          ))}
          {omitted > 0 && <li className="mut">{bench.consoleOmitted(omitted)}</li>}
        </ol>
      </div>
    </div>
  );
});
