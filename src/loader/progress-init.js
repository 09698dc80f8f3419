// Draws progress before the frame in which it is first seen, inlined into the head: a parser may stop to paint after any
// place that shows it. Each is drawn as it arrives, until the page says that the next ones can wait for its end (the
// menu's, behind a button). Reads storage and believes nothing: what is wrong there is the keeper's to tell
// (progress-store.ts). Kept in plain JavaScript, since nothing compiles it.
{
  const all = (selector) => document.querySelectorAll(selector);
  const lessons = JSON.parse(document.getElementById('lesson-parts').textContent);
  let progress = null;
  const drawAll = () => {
    const place = progress?.place;
    const isDone = (slug, part) => {
      const state = progress?.lessons?.[slug]?.[part];
      return state !== undefined && state !== 'tried' && state !== 'seen';
    };
    for (const bits of all('[data-bits]')) {
      // Its end is still to come.
      if (!bits.querySelector('.here')) continue;
      const { bits: slug, columns, said } = bits.dataset;
      const at = (index) => `M${(index % columns) * 9} ${Math.floor(index / columns) * 9}`;
      const { parts } = lessons[slug];
      let done = 0;
      let cells = '';
      parts.forEach((part, index) => {
        if (!isDone(slug, part)) return;
        done += 1;
        cells += at(index) + 'h7v7h-7z';
      });
      const here = place?.lesson === slug ? parts.indexOf('section:' + place.section) : -1;
      bits.querySelector('.done').setAttribute('d', cells);
      bits.querySelector('.here').setAttribute('d', here < 0 ? '' : at(here) + 'h7l-7 7z');
      bits.setAttribute('aria-label', said.replace('{done}', done));
    }
    for (const mark of all('[data-section-read]'))
      mark.hidden = !isDone(mark.dataset.lesson, 'section:' + mark.dataset.sectionRead);
    for (const card of all('[data-continue]'))
      card.hidden = card.dataset.continue !== place?.lesson;
    for (const nothing of all('[data-no-progress]'))
      nothing.hidden = Object.keys(progress?.lessons ?? {}).length > 0;
    const lesson = lessons[place?.lesson];
    for (const resume of all('[data-resume]')) {
      const of = resume.querySelector('span');
      const name = of?.querySelector('b');
      resume.hidden = !lesson?.path || !name;
      if (resume.hidden) continue;
      const isKnown = Object.hasOwn(lesson.sections, place.section);
      const [id, title] = isKnown ? lesson.sections[place.section] : [];
      const link = resume.querySelector('a');
      link.href = lesson.path + (id ? '#' + id : '');
      link.textContent = title ?? lesson.title;
      of.hidden = !title;
      name.textContent = lesson.title;
    }
  };
  const draw = () => {
    try {
      drawAll();
    } catch {
      // Corrupt: as where nothing has been done.
      progress = null;
      drawAll();
    }
  };
  try {
    progress = JSON.parse(localStorage.getItem('bytescope:progress'));
  } catch {
    // Forbidden, or corrupt.
  }
  const arrivals = new MutationObserver(() => {
    draw();
    // What was drawn is no arrival.
    arrivals.takeRecords();
  });
  arrivals.observe(document, { childList: true, subtree: true });
  const drawRest = ({ detail }) => {
    arrivals.disconnect();
    if (detail) progress = detail;
    draw();
  };
  addEventListener('bytescope:draw-progress', drawRest);
  addEventListener('DOMContentLoaded', drawRest);
}
