/**
 * The memory view of a recorded run: laid out once for all that the run ever has, then painted step by step by hand.
 * React renders again only where structure changes: the base, a hidden lane, a window that moves.
 */
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ByteBase } from '../../core/bytes/format';
import { textFor, type Locale } from '../../i18n/locale';
import { memoryText } from '../../i18n/memory';
import { BaseSwitch } from './BaseSwitch';
import { BufferBlock } from './BufferBlock';
import { attachController, type ControllerHost, type MemoryController } from './controller';
import { locateCell } from './locate';
import { dressModel } from './looks';
import type { MemoryReplay } from './memory-replay';
import { memoryModel, startForHead, windowStartFor } from './model';
import { Painter } from './painter';
import { StepReadout } from './StepReadout';
import { summaryOf } from './summary';
import './memory.css';
import './cells.css';
import './readout.css';
import './adapt.css';

export interface StepMemoryViewProps {
  readonly replay: MemoryReplay;
  readonly locale: Locale;
  readonly base?: ByteBase | undefined;
  /** Names the group for assistive technology; "Memory" unless given. */
  readonly label?: string;
  readonly className?: string;
}

const NOWHERE: ReadonlyMap<number, number> = new Map();

export const StepMemoryView = memo(function StepMemoryView(props: StepMemoryViewProps) {
  const { replay, locale, label } = props;
  const text = textFor(memoryText, locale);
  const [base, setBase] = useState<ByteBase>(props.base ?? 'hex');
  const [windows, setWindows] = useState(NOWHERE);
  const root = useRef<HTMLDivElement>(null);
  const controller = useRef<MemoryController>(null);
  const painter = useRef<Painter>(null);

  const laid = useMemo(
    () =>
      replay.layout.buffers.map(({ id }) => {
        const head = replay.head;
        const own = head?.bufferId === id ? head.range : undefined;
        const windowStart = windows.get(id) ?? startForHead(own);
        return memoryModel(replay.layout, id, { base, windowStart });
      }),
    [replay, base, windows],
  );
  const models = useMemo(() => laid.map((model) => dressModel(model, replay)), [laid, replay]);

  const moveWindow = useCallback((bufferId: number, start: number) => {
    setWindows((before) => new Map(before).set(bufferId, start));
  }, []);

  const scene = useMemo(() => ({ replay, models, base, text }), [replay, models, base, text]);
  const sceneNow = useRef(scene);
  const redraw = useCallback(() => {
    painter.current?.attach(sceneNow.current);
    controller.current?.refresh();
  }, []);

  const host = useRef<ControllerHost>(null);
  useLayoutEffect(() => {
    sceneNow.current = scene;
    host.current = {
      text,
      bytesOf: (bufferId) => replay.bytesOf(bufferId),
      reveal: (bufferId, offset) => {
        const model = models.find((each) => each.bufferId === bufferId);
        if (!model || offset < 0 || offset >= replay.bytesOf(bufferId).length) return false;
        const start = windowStartFor(model, offset);
        if (model.strip === null || start === model.window.start) return false;
        moveWindow(bufferId, start);
        return true;
      },
      locate: (name) => {
        const located = locateCell(replay.layout, name);
        return located && { bufferId: located.bufferId, start: located.range.start };
      },
      openByte: (bufferId, byteOffset) => {
        replay.select({ bufferId, byteOffset });
      },
      choosesBytes: true,
    };
    redraw();
  });

  useEffect(() => {
    if (!root.current) return;
    const attached = attachController(root.current, () => {
      if (!host.current) throw new Error('The memory view was used before it was rendered.');
      return host.current;
    });
    controller.current = attached;
    painter.current = new Painter(root.current, sceneNow.current);
    painter.current.attach(sceneNow.current);
    attached.refresh();
    return () => {
      attached.dispose();
      controller.current = null;
      painter.current = null;
    };
  }, []);

  useEffect(
    () =>
      replay.subscribe(() => {
        follow(replay, sceneNow.current.models, moveWindow);
        painter.current?.paint();
        controller.current?.reread();
      }),
    [replay, moveWindow],
  );

  const summaries = models.map((model) => summaryOf(model, text));
  const single = models.length === 1;
  return (
    <div
      ref={root}
      className={`mem live${props.className === undefined ? '' : ` ${props.className}`}`}
      role="group"
      aria-label={label ?? text.memory}
    >
      <div className="mem-head">
        <h3>{text.memory}</h3>
        <span className="mem-summary">
          {single ? summaries[0] : models.length > 1 ? text.bufferCount(models.length) : ''}
        </span>
        <BaseSwitch base={base} text={text} onChange={setBase} />
      </div>
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
          onCellsChange={redraw}
        />
      ))}
      {replay.layout.omittedBuffers > 0 && (
        <p className="mem-note">{text.omittedBuffers(replay.layout.omittedBuffers)}</p>
      )}
      {models.length > 0 && <StepReadout replay={replay} text={text} locale={locale} />}
      <p className="mem-status vh" role="status" />
    </div>
  );
});

/** The window of a large buffer goes along with the head. */
function follow(
  replay: MemoryReplay,
  models: readonly ReturnType<typeof memoryModel>[],
  move: (bufferId: number, start: number) => void,
): void {
  const head = replay.head;
  const model = head && models.find(({ bufferId }) => bufferId === head.bufferId);
  if (!head || !model || model.strip === null) return;
  const { window } = model;
  if (head.range.start >= window.start && head.range.start < window.end) return;
  move(head.bufferId, windowStartFor(model, head.range.start));
}
