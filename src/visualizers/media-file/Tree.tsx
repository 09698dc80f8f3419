/** The element tree: one tab stop, arrow keys, typing for a name. Of a long list only the rows in sight are there. */
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
} from 'react';
import type { MediaFileText } from '../../i18n/media-file';
import { rowByName, tintOf, type ElementKey, type TreeRow } from './model';

export interface TreeProps {
  readonly rows: readonly TreeRow[];
  readonly selected: ElementKey | null;
  readonly label: string;
  /** Elements with a problem. */
  readonly marked: ReadonlySet<ElementKey>;
  readonly text: Pick<MediaFileText, 'value' | 'more' | 'unknownSize' | 'problemMark' | 'offset'>;
  readonly onSelect: (key: ElementKey) => void;
  readonly onToggle: (row: TreeRow, open: boolean) => void;
}

/** Up to so many rows are all there, and can be searched and printed. */
const ALL_ROWS = 300;
/** Rows around those in sight. */
const SPARE_ROWS = 10;
/** Letters that come within this time belong together. */
const TYPING_MS = 700;

export function Tree({ rows, selected, label, marked, text, onSelect, onToggle }: TreeProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const typed = useRef({ letters: '', at: 0 });
  const [sight, setSight] = useState({ first: 0, last: ALL_ROWS });
  const index = rows.findIndex(({ key }) => key === selected);
  const current = Math.max(0, index);

  const look = () => {
    const box = scroller.current;
    if (!box || rows.length <= ALL_ROWS) return;
    const height = rowHeight(box);
    const first = Math.floor(box.scrollTop / height) - SPARE_ROWS;
    const last = Math.ceil((box.scrollTop + box.clientHeight) / height) + SPARE_ROWS;
    setSight((before) =>
      before.first === first && before.last === last ? before : { first, last },
    );
  };
  // The list scrolls, and nothing around it.
  useEffect(() => {
    const box = scroller.current;
    if (!box || index < 0) return;
    const height = rowHeight(box);
    const top = index * height;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + height > box.scrollTop + box.clientHeight)
      box.scrollTop = top + height - box.clientHeight;
  }, [index]);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current
      ?.querySelector<HTMLElement>('[aria-selected="true"]')
      ?.focus({ preventScroll: true });
  });

  const go = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (!row) return;
    wantsFocus.current = true;
    onSelect(row.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[current];
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === 'ArrowDown') go(current + 1);
    else if (key === 'ArrowUp') go(current - 1);
    else if (key === 'Home') go(0);
    else if (key === 'End') go(rows.length - 1);
    else if (key === 'PageDown') go(current + 10);
    else if (key === 'PageUp') go(current - 10);
    else if (key === 'ArrowRight') {
      if (row.isOpen === false) onToggle(row, true);
      else if (row.isOpen === true) go(current + 1);
    } else if (key === 'ArrowLeft') {
      if (row.isOpen === true) onToggle(row, false);
      else {
        const parent = rows.slice(0, current).findLastIndex(({ level }) => level < row.level);
        if (parent >= 0) go(parent);
      }
    } else if (key === 'Enter' || key === ' ') {
      if (row.isOpen !== null) onToggle(row, !row.isOpen);
    } else if (key.length === 1) {
      const { letters, at } = typed.current;
      const now = event.timeStamp;
      typed.current = { letters: now - at < TYPING_MS ? letters + key : key, at: now };
      const to = rowByName(rows, current, typed.current.letters);
      if (to !== null) go(to);
    } else return;
    event.preventDefault();
  };

  const isLong = rows.length > ALL_ROWS;
  return (
    <div className="mf-tree-scroll" ref={scroller} onScroll={look}>
      <ul
        role="tree"
        aria-label={label}
        className="mf-tree"
        style={{ '--n': rows.length } as CSSProperties}
        onKeyDown={onKeyDown}
      >
        {rows.map((row, i) => {
          const { element, key, level, position, siblings, isOpen } = row;
          // The row that has the focus stays, wherever the list is scrolled to.
          if (isLong && i !== current && (i < sight.first || i > sight.last)) return null;
          const value = text.value(element);
          const hasProblem = marked.has(key);
          return (
            <li
              key={key}
              role="treeitem"
              aria-level={level}
              aria-posinset={position}
              aria-setsize={siblings}
              aria-selected={key === selected}
              aria-expanded={isOpen ?? undefined}
              data-e={key}
              style={{ '--i': i, '--d': level - 1 } as CSSProperties}
              tabIndex={i === current ? 0 : -1}
              onClick={({ target }) => {
                const onTwist = target instanceof Element && target.closest('.mf-twist') !== null;
                go(i);
                if (isOpen !== null && (onTwist || key === selected)) onToggle(row, !isOpen);
              }}
            >
              <span className="mf-twist">
                {isOpen !== null && (
                  <svg className="ico" viewBox="0 0 16 16" aria-hidden="true">
                    <path d={isOpen ? 'm4 6 4 4 4-4' : 'm6 4 4 4-4 4'} />
                  </svg>
                )}
              </span>
              <b>{element.name}</b>
              {isOpen === false && element.childrenAreRead && (
                <small aria-hidden="true">{text.more(element.children.length)}</small>
              )}
              {!element.sizeIsKnown && (
                <small>
                  <Said>, </Said>
                  {text.unknownSize}
                </small>
              )}
              {hasProblem && (
                <small className="mf-bad">
                  <Said>, </Said>
                  {text.problemMark}
                </small>
              )}
              <span className={`mf-value ${tintOf(element)}`}>
                {value !== '' && <Said>, </Said>}
                {value}
              </span>
              <span className="mf-offset">
                <Said>{text.offset}</Said>
                {key}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Read out, and not seen: what stands in columns is a sentence for who does not see them. */
const Said = ({ children }: { readonly children: string }) => (
  <span className="vh">{children}</span>
);

const rowHeight = (box: HTMLElement): number =>
  box.querySelector<HTMLElement>('[role=treeitem]')?.offsetHeight ?? 27;
