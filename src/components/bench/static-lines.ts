/** The lines of the static code, by their numbers: marked where a run ended, pointed at from the console. */
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
  const top = (line - 1) * CODE_METRICS.lineHeight;
  if (top < pre.scrollTop || top > pre.scrollTop + pre.clientHeight - CODE_METRICS.lineHeight * 2) {
    pre.scrollTop = top - pre.clientHeight / 2;
  }
  pre.scrollIntoView({ block: 'nearest' });
  area?.querySelectorAll('.ln.point').forEach((other) => {
    other.classList.remove('point');
  });
  element.classList.add('point');
}
