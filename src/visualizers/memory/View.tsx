/**
 * The memory view: every buffer of a state with its lanes, a readout line, and the base of the bytes. Rendered the
 * same on the server and in the browser. React draws states; pointing and walking belong to the controller.
 */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ByteBase } from '../../core/bytes/format';
import type { MemoryState } from '../../core/trace/memory-state';
import { textFor, type Locale } from '../../i18n/locale';
import { memoryText } from '../../i18n/memory';
import { BaseSwitch } from './BaseSwitch';
import { BufferBlock } from './BufferBlock';
import { attachController, type ControllerHost, type MemoryController } from './controller';
import { locateCell } from './locate';
import { memoryModel, startForHead, windowStartFor } from './model';
import { summaryOf } from './summary';
import type { Head, LabelLane } from './types';
import './memory.css';
import './cells.css';
import './readout.css';
import './adapt.css';

/** What the current step did, for step 2's replay; the hero shows its last code point with it. */
export interface MemoryStep {
  readonly bufferId: number;
  /** Offsets of bytes that differ from the step before. */
  readonly changed: ReadonlySet<number>;
  readonly head?: Head;
}

export interface MemoryViewProps {
  readonly state: MemoryState;
  readonly locale: Locale;
  readonly base?: ByteBase;
  /** Names the group for assistive technology; "Memory" unless given. */
  readonly label?: string;
  /** The readout's text while nothing is pointed at. */
  readonly idle?: string;
  /** Without the head ("Memory", base switch): the surroundings say what this is. */
  readonly bare?: boolean;
  /** A lane of named ranges over the first buffer, above its views. */
  readonly labels?: LabelLane;
  readonly step?: MemoryStep;
  /** A byte was clicked, tapped or chosen by Enter. */
  readonly onOpenByte?: (bufferId: number, offset: number) => void;
  readonly className?: string;
}

/** Where a window was moved by hand; the next step takes it along again. */
interface MovedWindow {
  readonly start: number;
  readonly step: MemoryStep | undefined;
}
const NOWHERE: ReadonlyMap<number, MovedWindow> = new Map();

export function MemoryView(props: MemoryViewProps) {
  const { state, locale, label, idle, bare = false, labels, step, onOpenByte } = props;
  const text = textFor(memoryText, locale);
  const [base, setBase] = useState<ByteBase>(props.base ?? 'hex');
  const [windows, setWindows] = useState(NOWHERE);
  const root = useRef<HTMLDivElement>(null);
  const controller = useRef<MemoryController>(null);

  const models = useMemo(
    () =>
      state.buffers.map(({ id }, index) => {
        const moved = windows.get(id);
        const here = step?.bufferId === id ? step : undefined;
        return memoryModel(state, id, {
          base,
          windowStart: moved?.step === step && moved ? moved.start : startForHead(here?.head),
          ...(labels && index === 0 ? { labels } : {}),
          ...(here ? { changed: here.changed } : {}),
          ...(here?.head ? { head: here.head } : {}),
        });
      }),
    [state, base, windows, labels, step],
  );
  const moveWindow = useCallback(
    (bufferId: number, start: number) => {
      setWindows((before) => new Map(before).set(bufferId, { start, step }));
    },
    [step],
  );

  const refresh = useCallback(() => {
    controller.current?.refresh();
  }, []);
  const host = useRef<ControllerHost>(null);
  useLayoutEffect(() => {
    host.current = {
      text,
      bytesOf: (bufferId) => state.buffers.find(({ id }) => id === bufferId)?.bytes ?? null,
      reveal: (bufferId, offset) => {
        const model = models.find((each) => each.bufferId === bufferId);
        const length = state.buffers.find(({ id }) => id === bufferId)?.bytes.length ?? 0;
        if (!model || offset < 0 || offset >= length) return false;
        const start = windowStartFor(model, offset);
        if (start === model.window.start) return false;
        moveWindow(bufferId, start);
        return true;
      },
      locate: (name) => {
        const located = locateCell(state, name);
        return located && { bufferId: located.bufferId, start: located.range.start };
      },
      openByte: (bufferId, offset) => onOpenByte?.(bufferId, offset),
      choosesBytes: false,
    };
    controller.current?.refresh();
  });
  useEffect(() => {
    if (!root.current) return;
    const attached = attachController(root.current, () => {
      if (!host.current) throw new Error('The memory view was used before it was rendered.');
      return host.current;
    });
    controller.current = attached;
    attached.refresh();
    return () => {
      attached.dispose();
      controller.current = null;
    };
  }, []);

  const summaries = models.map((model) => summaryOf(model, text));
  const single = models.length === 1;
  return (
    <div
      ref={root}
      className={`mem${props.className === undefined ? '' : ` ${props.className}`}`}
      role="group"
      aria-label={label ?? text.memory}
    >
      {!bare && (
        <div className="mem-head">
          <h3>{text.memory}</h3>
          <span className="mem-summary">
            {single ? summaries[0] : models.length > 1 ? text.bufferCount(models.length) : ''}
          </span>
          <BaseSwitch base={base} text={text} onChange={setBase} />
        </div>
      )}
      {models.length === 0 && <p className="mem-nothing">{text.nothing}</p>}
      {models.map((model, index) => (
        <BufferBlock
          key={model.bufferId}
          model={model}
          base={base}
          text={text}
          summary={summaries[index] ?? ''}
          titled={!single}
          onMoveWindow={moveWindow}
          onCellsChange={refresh}
        />
      ))}
      {state.omittedBuffers > 0 && (
        <p className="mem-note">{text.omittedBuffers(state.omittedBuffers)}</p>
      )}
      {models.length > 0 && (
        <div className="readout">
          <span className="readout-idle">{idle ?? text.idle}</span>
          <span className="readout-live" />
        </div>
      )}
      <p className="mem-status vh" role="status" />
    </div>
  );
}
