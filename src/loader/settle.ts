/**
 * Once a bench of a lesson has been laid out it rests while it is far from the screen: it is laid out, painted and searched
 * by the pointer no more (arrival.css), so that a press or a step costs what is on the screen, and not what is on the
 * page. The browser remembers their heights, so places within the page stay true; when the window changes, all are laid
 * out anew. A bench never begins to rest in sight: it would be gone for a frame.
 */

let watch: IntersectionObserver | null = null;
/** Of the window that the benches at rest were laid out for. */
let width = 0;

/**
 * Still: it may have been scrolled to since the observer looked. And the focus is not in it, which would be lost with what
 * it is on, in the frame in which a bench begins to rest.
 */
function isFar(bench: Element): boolean {
  const { top, bottom } = bench.getBoundingClientRect();
  return (bottom < 0 || top > innerHeight) && !bench.matches(':focus-within');
}

/**
 * Only where the browser keeps what is being read in its place while heights above it change (not Safari), and a bench that
 * rests is as high as it was: in Firefox 153 it is 2 px high, and the page half as long.
 */
const canRest = (): boolean =>
  CSS.supports('overflow-anchor:auto') && CSS.supports('-webkit-box-reflect:above');

/** Lets benches rest that have been laid out, or are in the next frame. @param done those far away do */
export function rest(benches: Iterable<Element>, done?: () => void): void {
  if (!canRest()) return;
  if (watch === null) width = innerWidth;
  const watching = (watch ??= new IntersectionObserver(
    (entries) => {
      // Asked of all before any rests: each that does would have the page laid out for the next question.
      const far = entries.filter(({ target, isIntersecting }) => !isIntersecting && isFar(target));
      for (const { target } of far) target.setAttribute('data-rests', '');
      done?.();
    },
    { rootMargin: '100%' },
  ));
  // Heights are remembered in the frame that lays out.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (watch !== watching) return;
      for (const bench of benches) watching.observe(bench);
    }),
  );
}

/** All benches have been laid out, or are in the next frame. */
export function settle(): void {
  if (!canRest()) return;
  const root = document.documentElement;
  const benches = document.querySelectorAll<HTMLElement>('.bench');
  const stir = () => {
    watch?.disconnect();
    watch = null;
    if (innerWidth === width) return;
    for (const bench of benches) delete bench.dataset['rests'];
  };
  const settled = () => {
    root.dataset['settled'] ??= '';
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener('resize', () => {
    // A phone's bars come and go with each scroll, and no bench is higher or lower for it.
    if (innerWidth === width) return;
    stir();
    width = innerWidth;
    delete root.dataset['settled'];
    clearTimeout(timer);
    timer = setTimeout(() => rest(benches, settled), 500);
  });
  stir();
  rest(benches, settled);
}
