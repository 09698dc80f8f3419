/** Marks the section that is being read in the chapter list, as `aria-current="location"`. */
export function wireSections(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-sections] a')];
  const headings = [...new Set(links.map((link) => decodeURIComponent(link.hash.slice(1))))]
    .map((id) => document.getElementById(id))
    .filter((heading) => heading !== null);
  if (headings.length === 0) return;
  const mark = () => {
    // The last heading that has passed the upper third of the window.
    const line = innerHeight / 3;
    let here = '';
    for (const heading of headings)
      if (heading.getBoundingClientRect().top < line) here = heading.id;
    for (const link of links) {
      if (decodeURIComponent(link.hash.slice(1)) === here)
        link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };
  // An observer would miss a heading that a jump carries past its zone between two frames.
  let waiting = false;
  const onScroll = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  addEventListener('scroll', onScroll, { passive: true });
  // In the next frame, which lays out anyway: to ask where headings are now would be a layout of its own before it.
  onScroll();
}
