/** What a file is made of: the tree, what is wrong, and the fields of the element that is chosen. */
import { useMemo, useState } from 'react';
import type { ByteRange } from '../../core/bytes/ranges';
import {
  elementAt,
  walk,
  type FormatElement,
  type FormatName,
  type FormatTree,
} from '../../core/formats/element';
import type { InspectorText } from '../../i18n/inspector';
import type { MediaFileText } from '../../i18n/media-file';
import { keyOf, pathTo, treeRows, type ElementKey } from '../media-file/model';
import { Tree } from '../media-file/Tree';

export interface StructureProps {
  readonly tree: FormatTree<FormatName>;
  /** The byte that the reader is at. */
  readonly at: number;
  readonly text: InspectorText;
  readonly media: MediaFileText;
  readonly onChoose: (range: ByteRange) => void;
  readonly onLight: (range: ByteRange | null) => void;
  /** An element is opened of which only the first children were read. */
  readonly onWanted: (element: FormatElement) => void;
}

/** A file with few elements shows them all. */
const FEW = 40;

export function Structure(props: StructureProps) {
  const { tree, at, text, media, onChoose, onLight, onWanted } = props;
  const { elements, problems } = tree;
  const all = useMemo(() => [...walk(elements)], [elements]);
  const [open, setOpen] = useState<ReadonlySet<ElementKey>>(
    () => new Set(all.length <= FEW ? all.map(keyOf) : elements.map(keyOf)),
  );
  const [shownAt, setShownAt] = useState(at);
  const selected = elementAt(elements, at);
  const key = selected === null ? null : keyOf(selected);
  const above = key === null ? [] : pathTo(elements, key).slice(0, -1).map(keyOf);
  // Whoever goes to a byte sees its element; whoever closes one leaves it closed.
  if (shownAt !== at) {
    setShownAt(at);
    if (above.some((each) => !open.has(each))) setOpen(new Set([...open, ...above]));
  }
  const rows = useMemo(() => treeRows(elements, open), [elements, open]);
  const marked = useMemo(() => {
    const found = problems.map(({ offset }) => elementAt(elements, offset));
    return new Set(found.flatMap((element) => (element === null ? [] : [keyOf(element)])));
  }, [elements, problems]);
  // What is closed stands for what is in it.
  const shown = rows.some((row) => row.key === key)
    ? key
    : (above.findLast((each) => rows.some((row) => row.key === each)) ?? null);
  const words = { ...media, value: text.structure.value };
  const isWhole = all.every(({ childrenAreRead }) => childrenAreRead);
  return (
    <section className="ins-structure" aria-label={text.structure.title}>
      <div className="mf-head">
        <h2>{text.structure.title}</h2>
        <span className="mf-summary">
          {text.formats[tree.format]}, {text.structure.elements(all.length, isWhole)}
        </span>
      </div>
      {problems.length > 0 && (
        <details className="mf-problems" open={problems.length <= 3}>
          <summary>{media.problems(problems.length)}</summary>
          <ul>
            {problems.map((problem, i) => (
              <li key={i}>
                <button
                  type="button"
                  onClick={() => onChoose({ start: problem.offset, end: problem.offset + 1 })}
                >
                  {media.problem(problem)}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {rows.length > 0 && (
        <Tree
          rows={rows}
          selected={shown}
          label={text.structure.title}
          marked={marked}
          text={words}
          onSelect={(wanted) => {
            const element = all.find((each) => keyOf(each) === wanted);
            if (element) onChoose(element.range);
          }}
          onToggle={(row, isOpen) => {
            const next = new Set(open);
            if (isOpen) next.add(row.key);
            else next.delete(row.key);
            setOpen(next);
            if (isOpen && !row.element.childrenAreRead) onWanted(row.element);
          }}
        />
      )}
      {selected?.value?.kind === 'fields' && (
        <div className="ins-fields">
          <h3>{text.structure.fields(selected.name)}</h3>
          <ul>
            {selected.value.value.map(({ name, value, range }, i) => (
              <li key={i}>
                <button
                  type="button"
                  onClick={() => onChoose(range)}
                  onPointerEnter={() => onLight(range)}
                  onPointerLeave={() => onLight(null)}
                >
                  <span>{name}</span>
                  <b>{media.field(value)}</b>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
