/**
 * The message log: a row for each message, in order. A row is a button that takes the timeline to its step; what is
 * still to come at the shown step stays in its place, and says so, so that a reader can go there.
 */
import {
  memo,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
} from 'react';
import type { NetLog } from '../../core/trace/net-log';
import { textFor, type Locale } from '../../i18n/locale';
import { messagesText, type MessagesText } from '../../i18n/messages';
import type { NetFocus, Pointing } from './focus';
import { fateCounts, logRows, messageNow, ROWS_AT_ONCE } from './model';
import { messagesAt, type MessageThen, type NetStep } from './moment';
import './messages.css';

export interface MessageLogProps {
  readonly log: NetLog;
  readonly step: NetStep;
  readonly locale: Locale;
  /** Messages that belong to what is pointed at or chosen. */
  readonly lit: ReadonlySet<number>;
  readonly chosen: number | null;
  /** To be scrolled to: the first message of bytes that were chosen elsewhere. */
  readonly reveal?: number | null;
  readonly onPoint: (focus: NetFocus | null, by: Pointing) => void;
  /** Null when the reader lets go of what was chosen. */
  readonly onChoose: (focus: NetFocus | null) => void;
}

export function MessageLog(props: MessageLogProps) {
  const { log, step, locale, lit, chosen, reveal = null, onPoint, onChoose } = props;
  const text = textFor(messagesText, locale);
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const all = useMemo(() => messagesAt(log, step), [log, step]);
  const { rows, earlier, later } = logRows(all, limit);
  const fates = fateCounts(all);
  const summary = text.summary(fates);
  const now = messageNow(log, step);
  const list = useRef<HTMLOListElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const ids = rows.map(({ message }) => message.id);
  const [entered, setEntered] = useState<number | null>(null);
  const stop = [entered, chosen, now].find((id) => id !== null && ids.includes(id)) ?? ids[0];
  useInSight(scroller, reveal ?? now, all.length - fates['not yet']);

  const focusRow = (id: number | undefined) => {
    list.current?.querySelector<HTMLElement>(`[data-message="${id}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = ids.indexOf(idOf(event) ?? -1);
    if (event.key === 'Escape') onChoose(null);
    else if (at >= 0 && event.key in MOVES) {
      event.preventDefault();
      const to = MOVES[event.key as keyof typeof MOVES](at);
      focusRow(ids[Math.max(0, Math.min(ids.length - 1, to))]);
    }
  };
  const more = (label: string) => (
    <li className="msg-more">
      <button type="button" className="btn quiet" onClick={() => setLimit(limit + ROWS_AT_ONCE)}>
        {label}
      </button>
    </li>
  );
  return (
    <div className="msgs">
      <div className="pane-head">
        <h3>{text.title}</h3>
        <span>
          {text.count(log.messages.length + log.omitted)}
          {summary !== '' && `, ${summary}`}
        </span>
      </div>
      {rows.length === 0 ? (
        <p className="msg-nothing">{text.nothing}</p>
      ) : (
        <>
          <div className="msg-row msg-columns" aria-hidden="true">
            <span className="msg-no" />
            <span className="msg-time">{text.columns.time}</span>
            <span className="msg-way" />
            <span className="msg-name">{text.columns.event}</span>
            <span className="msg-brief">{text.columns.carries}</span>
            <span className="msg-bytes">{text.columns.bytes}</span>
            <span className="msg-fate">{text.columns.fate}</span>
          </div>
          <div className="msg-scroll" ref={scroller}>
            <ol
              ref={list}
              aria-label={text.list}
              onKeyDown={onKeyDown}
              // Not pointerover, which comes too when the page moves under a pointer that rests.
              onPointerMove={(event) => onPoint(focusOf(event), 'pointer')}
              onPointerLeave={() => onPoint(null, 'pointer')}
              onFocus={(event) => {
                const focus = focusOf(event);
                if (focus) setEntered(focus.id);
                onPoint(focus, 'focus');
              }}
              onBlur={() => onPoint(null, 'focus')}
              onClick={(event) => {
                const focus = focusOf(event);
                if (focus) onChoose(focus.id === chosen ? null : focus);
              }}
            >
              {earlier > 0 && more(text.earlier(earlier))}
              {rows.map(({ message, fate }) => (
                <Row
                  key={message.id}
                  message={message}
                  fate={fate}
                  text={text}
                  lit={lit.has(message.id)}
                  chosen={chosen === message.id}
                  now={now === message.id}
                  tabStop={stop === message.id}
                />
              ))}
              {later > 0 && more(text.later(later))}
              {log.omitted > 0 && <li className="msg-more">{text.omitted(log.omitted)}</li>}
            </ol>
          </div>
        </>
      )}
    </div>
  );
}

/** From the place of a row to that of the row to go to. */
const MOVES = {
  ArrowDown: (at: number) => at + 1,
  ArrowUp: (at: number) => at - 1,
  PageDown: (at: number) => at + 10,
  PageUp: (at: number) => at - 10,
  Home: () => 0,
  End: () => Infinity,
};

function idOf({ target }: SyntheticEvent): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-message]') : null;
  return row ? Number(row.dataset['message']) : null;
}

function focusOf(event: SyntheticEvent) {
  const id = idOf(event);
  return id === null ? null : ({ kind: 'message', id } as const);
}

interface RowProps extends MessageThen {
  readonly text: MessagesText;
  readonly lit: boolean;
  readonly chosen: boolean;
  readonly now: boolean;
  readonly tabStop: boolean;
}

const Row = memo(function Row({ message, fate, text, lit, chosen, now, tabStop }: RowProps) {
  const { id, from, room, name, brief, byteLength, answers } = message;
  const isThere = fate !== 'not yet';
  const ms = isThere ? message.sentAt : null;
  return (
    <li>
      <button
        type="button"
        className={`msg-row${lit ? ' lit' : ''}`}
        data-message={id}
        data-fate={fate}
        data-from={from}
        tabIndex={tabStop ? 0 : -1}
        aria-pressed={chosen}
        aria-current={now ? 'step' : undefined}
      >
        <span className="msg-no">
          <Said>{text.message}</Said>
          {text.number(id)}
        </span>
        <span className="msg-time">{ms !== null && <Item>{text.time(ms)}</Item>}</span>
        <span className="msg-way">
          <b aria-hidden="true">{from === 'client' ? '→' : '←'}</b>
          <Said>{text.way[from]}</Said>
        </span>
        <span className="msg-name">
          <Item>
            {room !== null && <i>{room}</i>} {name}
          </Item>
        </span>
        <span className="msg-brief">
          {answers !== null && (
            <Item>
              <em>{text.answers(answers)}</em>
              {brief !== '' && <em aria-hidden="true"> · </em>}
            </Item>
          )}
          {brief !== '' && <Item>{brief}</Item>}
        </span>
        <span className="msg-bytes">{byteLength > 0 && <Item>{text.bytes(byteLength)}</Item>}</span>
        <span className="msg-fate">
          <Item>{text.fates[fate]}</Item>
        </span>
      </button>
    </li>
  );
});

/** Read out, and not seen: what stands in columns is a sentence for who does not see them. */
const Said = ({ children }: { readonly children: ReactNode }) => (
  <span className="vh">{children}</span>
);

const Item = ({ children }: { readonly children: ReactNode }) => (
  <>
    <Said>, </Said>
    {children}
  </>
);

/** Scrolls the log, and nothing around it, to a message, or to its end where a run goes on. */
function useInSight(
  scroller: React.RefObject<HTMLDivElement | null>,
  wanted: number | null,
  there: number,
): void {
  const isFirst = useRef(true);
  useEffect(() => {
    const box = scroller.current;
    // The log opens at its beginning, as it was printed.
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    if (!box || box.contains(document.activeElement)) return;
    const row =
      wanted === null
        ? box.querySelector('li:last-child')
        : box.querySelector(`[data-message="${wanted}"]`);
    if (!row) return;
    const { top, bottom } = box.getBoundingClientRect();
    const at = row.getBoundingClientRect();
    if (at.top < top) box.scrollTop -= top - at.top;
    else if (at.bottom > bottom) box.scrollTop += at.bottom - bottom;
  }, [scroller, wanted, there]);
}
