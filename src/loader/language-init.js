// Runs as the page's first line is read, inlined after it (layouts/Page.astro): shows, before the first
// frame, the line that offers the page in the reader's language, so that nothing moves. It is the first language that the
// browser asks for and the page exists in, unless that is the page's own, or the reader has chosen. What a press on it
// does is told by language.ts. Kept in plain JavaScript, since nothing compiles it.
{
  const offers = [...document.querySelectorAll('[data-offer]')];
  const here = document.documentElement.lang;
  let chosen = null;
  try {
    chosen = localStorage.getItem('bytescope:language');
  } catch {
    // Forbidden: then it is offered again.
  }
  for (const tag of chosen === null ? navigator.languages : []) {
    const language = tag.toLowerCase().split('-', 1)[0];
    const offer = offers.find(({ dataset }) => dataset.offer === language);
    if (offer) offer.hidden = false;
    if (offer || language === here) break;
  }
}
