/** A file as timeline, element tree and bytes: choosing in one of them chooses in the others. */
import { useEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import type { ByteRange } from '../../core/bytes/ranges';
import { elementAt, walk, type FormatElement, type FormatTree } from '../../core/formats/element';
import { mediaFacts } from '../../core/formats/media-facts';
import { textFor, type Locale } from '../../i18n/locale';
import { mediaFileText } from '../../i18n/media-file';
import { Anatomy } from './Anatomy';
import { Dump } from './Dump';
import type { ShownBytes } from './file-bytes';
import {
  chosenAtFirst,
  elementOf,
  keyOf,
  openAtFirst,
  pathTo,
  timelineOf,
  timeOf,
  treeRows,
  type ElementKey,
} from './model';
import { TimeBar } from './TimeBar';
import { Tree } from './Tree';
import './media-file.css';

export interface MediaFileViewProps {
  readonly bytes: ShownBytes;
  readonly tree: FormatTree;
  readonly locale: Locale;
  /** False while nothing here listens yet. */
  readonly alive?: boolean;
  /** What is chosen at first; what has something to say, where it is left out. */
  readonly chosen?: ElementKey | null;
  /** Bytes that are set off. */
  readonly framed?: ByteRange | null;
  /** An element is opened of which only the first children were read. */
  readonly onWanted?: (element: FormatElement) => void;
}

const NONE: readonly FormatElement[] = [];

export function MediaFileView(props: MediaFileViewProps) {
  const { bytes, tree, locale, alive = true, framed = null, onWanted } = props;
  const text = textFor(mediaFileText, locale);
  const { format, elements, problems } = tree;
  const facts = useMemo(() => mediaFacts(tree), [tree]);
  const timeline = useMemo(() => timelineOf(facts, elements), [facts, elements]);
  const [key, setKey] = useState(() => props.chosen ?? chosenAtFirst(tree));
  const [open, setOpen] = useState(() => openAtFirst(tree, key));
  const [at, setAt] = useState(key ?? 0);
  const [, setLoaded] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const selected = elementOf(elements, key);
  const rows = useMemo(() => treeRows(elements, open), [elements, open]);
  const count = useMemo(() => [...walk(elements)].length, [elements]);
  const isWhole = useMemo(
    () => [...walk(elements)].every(({ childrenAreRead }) => childrenAreRead),
    [elements],
  );
  const marked = useMemo(() => {
    const keys = problems.map(({ offset }) => elementAt(elements, offset));
    return new Set(keys.flatMap((element) => (element === null ? [] : [keyOf(element)])));
  }, [elements, problems]);

  useEffect(() => {
    if (selected === null) return;
    let isOld = false;
    const { start, end } = selected.range;
    bytes.load({ start, end: Math.min(end, start + 64) }).then(
      (isNew) => {
        if (isNew && !isOld) setLoaded((n) => n + 1);
      },
      () => undefined,
    );
    return () => {
      isOld = true;
    };
  }, [bytes, selected]);

  const select = (wanted: ElementKey, offset: number = wanted) => {
    setKey(wanted);
    setAt(offset);
    const above = pathTo(elements, wanted).slice(0, -1).map(keyOf);
    if (above.some((each) => !open.has(each))) setOpen(new Set([...open, ...above]));
  };
  const goTo = (offset: number) => {
    const element = elementAt(elements, offset);
    if (element === null) setAt(offset);
    else select(keyOf(element), offset);
  };

  /** Pointing lights the same thing everywhere; nothing is drawn anew for it. */
  const light = (target: EventTarget | null) => {
    const box = root.current;
    if (!box) return;
    for (const lit of box.querySelectorAll('.hot')) lit.classList.remove('hot');
    const from =
      target instanceof Element ? target.closest<HTMLElement>('[data-e], [data-span]') : null;
    if (!from) return;
    const { e, span } = from.dataset;
    const element = e === undefined ? null : elementOf(elements, Number(e));
    const [start = 0, end = 0] = span?.split(' ').map(Number) ?? [
      element?.range.start ?? 0,
      element?.range.end ?? 0,
    ];
    for (const cell of box.querySelectorAll<HTMLElement>('[data-o]')) {
      const offset = Number(cell.dataset['o']);
      if (offset >= start && offset < end) cell.classList.add('hot');
    }
    if (e !== undefined)
      for (const other of box.querySelectorAll(`li[data-e="${e}"], .mf-time [data-e="${e}"]`))
        other.classList.add('hot');
  };

  return (
    <div
      ref={root}
      className="mf-view"
      onPointerOver={({ target, pointerType }: PointerEvent) => {
        if (pointerType !== 'touch') light(target);
      }}
      onPointerLeave={() => light(null)}
    >
      <TimeBar
        timeline={timeline}
        format={format}
        selected={key}
        time={key === null ? null : timeOf(facts, key)}
        text={text}
        onSelect={select}
      />
      {problems.length > 0 && (
        <details className="mf-problems" open={problems.length <= 3}>
          <summary>{text.problems(problems.length)}</summary>
          <ul>
            {problems.map((problem, i) => (
              <li key={i}>
                <button type="button" onClick={() => goTo(problem.offset)}>
                  {text.problem(problem)}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="mf-columns">
        <div className="mf-left">
          <div className="mf-head">
            <h4>{text.treeTitle[format]}</h4>
            <span className="mf-summary">{text.elements(count, isWhole)}</span>
          </div>
          <Tree
            rows={rows}
            selected={key}
            label={text.treeTitle[format]}
            marked={marked}
            text={text}
            onSelect={select}
            onToggle={(row, isOpen) => {
              const next = new Set(open);
              if (isOpen) next.add(row.key);
              else next.delete(row.key);
              setOpen(next);
              if (isOpen && !row.element.childrenAreRead) onWanted?.(row.element);
            }}
          />
        </div>
        <div className="mf-right">
          <Dump
            bytes={bytes}
            elements={elements.length === 0 ? NONE : elements}
            format={format}
            selected={selected}
            at={at}
            nameOf={(each) => elementOf(elements, each)?.name ?? null}
            framed={framed}
            alive={alive}
            text={text}
            onGo={goTo}
          />
          {selected !== null && (
            <Anatomy element={selected} format={format} bytes={bytes} text={text} />
          )}
        </div>
      </div>
    </div>
  );
}
