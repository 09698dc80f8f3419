/**
 * Once every bench of a lesson has been laid out, those far from the screen rest: they are laid out, painted and searched
 * by the pointer no more (arrival.css), so that a press or a step costs what is on the screen, and not what is on the
 * page. The browser remembers their heights, so places within the page stay true; when the window changes, all are laid
 * out anew. A bench never begins to rest in sight: it would be gone for a frame.
 */
export function settle(): void {
  // Only where the browser keeps what is being read in its place while heights above it change (not Safari), and a bench
  // that rests is as high as it was: in Firefox 153 it is 2 px high, and the page half as long.
  if (!CSS.supports('overflow-anchor:auto') || !CSS.supports('-webkit-box-reflect:above')) return;
  const root = document.documentElement;
  const benches = document.querySelectorAll<HTMLElement>('.bench');
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        target.toggleAttribute('data-rests', !isIntersecting || target.hasAttribute('data-rests'));
      root.dataset['settled'] ??= '';
    },
    { rootMargin: '100%' },
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = () => {
    // Heights are remembered in the frame that lays out.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        for (const bench of benches) watch.observe(bench);
      }),
    );
  };
  let width = innerWidth;
  addEventListener('resize', () => {
    // A phone's bars come and go with each scroll, and no bench is higher or lower for it.
    if (innerWidth === width) return;
    width = innerWidth;
    watch.disconnect();
    delete root.dataset['settled'];
    for (const bench of benches) delete bench.dataset['rests'];
    clearTimeout(timer);
    timer = setTimeout(rest, 500);
  });
  rest();
}
