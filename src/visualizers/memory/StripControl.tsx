/** The whole buffer in one line: what was written, and the window over it, moved by dragging or by keys. */
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import type { MemoryText } from '../../i18n/memory';
import { capturePointer } from '../capture-pointer';
import { WINDOW_BYTES } from './model';
import type { MemoryModel, Strip } from './types';

interface StripControlProps {
  readonly model: MemoryModel;
  readonly strip: Strip;
  readonly text: MemoryText;
  readonly onMove: (windowStart: number) => void;
}

export function StripControl({ model, strip, text, onMove }: StripControlProps) {
  const { window } = model;
  const { byteLength, maxStart, step } = strip;
  const percent = (bytes: number) => `${((bytes / byteLength) * 100).toFixed(3)}%`;
  const place = (start: number, end: number): CSSProperties => ({
    left: percent(start),
    width: percent(end - start),
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const to = ((): number | undefined => {
      switch (event.key) {
        case 'ArrowRight':
        case 'ArrowUp':
          return window.start + step;
        case 'ArrowLeft':
        case 'ArrowDown':
          return window.start - step;
        case 'PageDown':
          return window.start + WINDOW_BYTES;
        case 'PageUp':
          return window.start - WINDOW_BYTES;
        case 'Home':
          return 0;
        case 'End':
          return maxStart;
        default:
          return undefined;
      }
    })();
    if (to === undefined) return;
    event.preventDefault();
    onMove(Math.min(maxStart, Math.max(0, to)));
  };

  // The window's middle follows the pointer.
  const seek = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = ((event.clientX - box.left) / box.width) * byteLength - WINDOW_BYTES / 2;
    onMove(Math.min(maxStart, Math.max(0, Math.round(at / step) * step)));
  };

  return (
    <div className="strip-row">
      <div
        className="strip"
        role="slider"
        tabIndex={0}
        aria-label={text.strip}
        aria-valuemin={0}
        aria-valuemax={maxStart}
        aria-valuenow={window.start}
        aria-valuetext={text.stripValue(window.start, window.end - 1, byteLength)}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          capturePointer(event);
          seek(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) seek(event);
        }}
      >
        {strip.written.map(({ start, end }) => (
          <span key={start} className="strip-area" style={place(start, end)} />
        ))}
        <span className="strip-window" style={place(window.start, window.end)} />
      </div>
      <p className="strip-ends" aria-hidden="true">
        <span>0</span>
        <span>{text.stripValue(window.start, window.end - 1, byteLength)}</span>
        <span>{byteLength - 1}</span>
      </p>
    </div>
  );
}
