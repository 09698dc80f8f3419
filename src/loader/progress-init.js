// Draws progress before the first frame, inlined into the body after the first places that show it; the rest of the
// page is drawn when src/loader/progress.ts says so. Reads storage and believes nothing: what is wrong there is the
// keeper's to tell (progress-store.ts). Kept in plain JavaScript, since nothing compiles it.
{
  const all = (selector) => document.querySelectorAll(selector);
  const lessons = JSON.parse(document.getElementById('lesson-parts').textContent);
  let progress = null;
  const draw = () => {
    const place = progress?.place;
    const isDone = (slug, part) => {
      const state = progress?.lessons?.[slug]?.[part];
      return state !== undefined && state !== 'tried' && state !== 'seen';
    };
    for (const bits of all('[data-bits]')) {
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
      resume.hidden = !lesson?.path;
      if (resume.hidden) continue;
      const isKnown = Object.hasOwn(lesson.sections, place.section);
      const [id, title] = isKnown ? lesson.sections[place.section] : [];
      const link = resume.querySelector('a');
      link.href = lesson.path + (id ? '#' + id : '');
      link.textContent = title ?? lesson.title;
      const of = resume.querySelector('span');
      of.hidden = !title;
      of.querySelector('b').textContent = lesson.title;
    }
  };
  addEventListener('bytescope:draw-progress', ({ detail }) => {
    if (detail) progress = detail;
    draw();
  });
  try {
    progress = JSON.parse(localStorage.getItem('bytescope:progress'));
    draw();
  } catch {
    // Forbidden or corrupt: as where nothing has been done.
    progress = null;
    draw();
  }
}
