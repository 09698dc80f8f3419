/**
 * A separator that moves: dragged, or moved by its keys, as the ARIA pattern "window splitter" has it. Double press, or
 * Enter, puts it back.
 */
import { useRef, useSyncExternalStore, type KeyboardEvent, type PointerEvent } from 'react';
import { capturePointer } from '../../visualizers/capture-pointer';
import { DEFAULT_SHARES, LEAST_SHARE, MOST_SHARE, type PaneName, type Panes } from './panes';

export interface SeparatorProps {
  readonly panes: Panes;
  readonly name: PaneName;
  readonly label: string;
  readonly hint: string;
}

const STEP = 0.02;
const percent = (share: number) => Math.round(share * 100);

export function Separator({ panes, name, label, hint }: SeparatorProps) {
  const element = useRef<HTMLDivElement>(null);
  const dragged = useRef(false);
  const share = useSyncExternalStore(
    (listener) => panes.subscribe(listener),
    () => panes.shares[name],
    () => DEFAULT_SHARES[name],
  );
  const isColumns = name === 'columns';

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const by = (event.shiftKey ? 5 : 1) * STEP;
    const [less, more] = isColumns ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key === less) panes.put(name, share - by);
    else if (event.key === more) panes.put(name, share + by);
    else if (event.key === 'Home') panes.put(name, LEAST_SHARE);
    else if (event.key === 'End') panes.put(name, MOST_SHARE);
    else if (event.key === 'Enter') panes.reset(name);
    else return;
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    dragged.current = true;
    capturePointer(event);
  };
  const onPointerMove = ({ clientX, clientY }: PointerEvent) => {
    const box = element.current?.parentElement?.getBoundingClientRect();
    if (!dragged.current || box === undefined) return;
    panes.move(
      name,
      isColumns ? (clientX - box.left) / box.width : (clientY - box.top) / box.height,
    );
  };
  const onPointerUp = () => {
    if (!dragged.current) return;
    dragged.current = false;
    panes.keep();
  };
  return (
    <div
      ref={element}
      className="separator"
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={isColumns ? 'vertical' : 'horizontal'}
      aria-valuenow={percent(share)}
      aria-valuemin={percent(LEAST_SHARE)}
      aria-valuemax={percent(MOST_SHARE)}
      title={hint}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onDoubleClick={() => panes.reset(name)}
    />
  );
}
