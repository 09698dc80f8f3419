// Runs before the first layout, inlined into every lesson (src/layouts/LessonPage.astro): lets benches far below wait
// (arrival.css) until the reader does something (arrival.ts). Only where the browser keeps what is being read in its
// place while heights above it change. Not where the browser will look for a place within the page, by a fragment or
// by where the reader was before: such a place is found by heights, so heights must be true.
{
  // The name is the whole address, with a text fragment too (#:~:text=), which location.hash leaves out.
  const { type, name } = performance.getEntriesByType('navigation')[0] ?? {};
  if (type === 'navigate' && !name.includes('#') && CSS.supports('overflow-anchor:auto'))
    document.documentElement.dataset.arriving = '';
}
