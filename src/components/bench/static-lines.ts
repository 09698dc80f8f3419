/** The lines of the static code, by their numbers: marked where a run ended, pointed at from the console. */
import type { CodeSteps } from './editor/code-steps';
import { CODE_METRICS, type LineMark } from './editor/editor-types';

function staticLine(area: HTMLElement | null, line: number) {
  return area?.querySelector<HTMLElement>(`.code .ln[data-l="${line}"]`) ?? null;
}

export function markStaticLine(area: HTMLElement | null, mark: LineMark | null) {
  area?.querySelectorAll('.ln.err, .ln.warn').forEach((line) => {
    line.classList.remove('err', 'warn');
  });
  if (mark) staticLine(area, mark.line)?.classList.add(mark.kind);
}

/** Shows a line of the static code: scrolls it into the code's own window and marks it for a moment. */
export function pointAtStaticLine(area: HTMLElement | null, line: number) {
  const element = staticLine(area, line);
  const pre = element?.closest<HTMLElement>('.code');
  if (!element || !pre) return;
  pre.focus({ preventScroll: true });
  scrollInto(pre, line);
  pre.scrollIntoView({ block: 'nearest' });
  area?.querySelectorAll('.ln.point').forEach((other) => {
    other.classList.remove('point');
  });
  element.classList.add('point');
}

/** Scrolls the code's own window, and not the page, to a line that is not in it. */
function scrollInto(pre: HTMLElement, line: number) {
  const { lineHeight } = CODE_METRICS;
  const top = (line - 1) * lineHeight;
  if (top < pre.scrollTop || top > pre.scrollTop + pre.clientHeight - lineHeight * 2) {
    pre.scrollTop = top - pre.clientHeight / 2;
  }
}

/** Shows a step of the replay in the static code: only the lines that look different now are touched. */
export function showStaticSteps(area: HTMLElement | null, { now, ran, ghosts }: CodeSteps) {
  if (area === null) return;
  const hasRun = new Set(ran);
  const said = new Map(ghosts.map(({ line, text }) => [line, text]));
  for (const element of area.querySelectorAll<HTMLElement>('.code .ln')) {
    const line = Number(element.dataset['l']);
    const isNow = line === now?.line;
    element.classList.toggle('ran', hasRun.has(line) && !isNow);
    element.classList.toggle('now', isNow);
    setBehind(element, 'line-ghost', said.get(line) ?? null);
    setBehind(element, 'line-flag', isNow ? now.flag : null);
  }
  const current = now && staticLine(area, now.line);
  const pre = current?.closest<HTMLElement>('.code');
  // In the frame, when the page is laid out anyway: asked now, it would be laid out for each panel that has changed.
  if (now && pre) requestAnimationFrame(() => scrollInto(pre, now.line));
}

/** A text at the end of a line; null takes it away. It says nothing that the console and the timeline do not. */
function setBehind(line: HTMLElement, className: string, text: string | null) {
  let element = line.querySelector<HTMLElement>(`.${className}`);
  if (text === null) {
    element?.remove();
    return;
  }
  if (element === null) {
    element = document.createElement('span');
    element.className = className;
    element.ariaHidden = 'true';
    line.append(element);
  }
  if (element.textContent !== text) element.textContent = text;
}
