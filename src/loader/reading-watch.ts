/** Watches which sections of a lesson are read, by what stays on the screen for a moment (core/progress/reading.ts). */
import { heldSince, readOn, TICK_MS, type Stretch, type View } from '../core/progress/reading';

/** What may be left below the screen of a section that is read: the white space under it, and half a line. */
const NEARLY_PX = 48;

interface Watcher {
  /** What came on the screen since the page opened; goes on being filled at every scroll, and is emptied here. */
  readonly views: View[];
  /** Called once for each section that is read, with its part's id. */
  readonly onRead: (part: string) => void;
  /** Called with the section that is being read; empty above the first. */
  readonly onPlace: (part: string) => void;
}

interface Section {
  readonly part: string;
  readonly heading: HTMLElement;
  /** From 0 to 1. */
  read: number;
}

/** The sections that the chapter list names, as they stand on the page. */
function sectionsOnPage(): Section[] {
  const links = document.querySelector('[data-sections]')?.querySelectorAll('a') ?? [];
  return [...links].flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const part = link.dataset['part'];
    return heading && part !== undefined ? [{ part, heading, read: 0 }] : [];
  });
}

export function watchReading(article: HTMLElement, { views, onRead, onPlace }: Watcher): void {
  const sections = sectionsOnPage();
  /** What was on the screen when it was last looked at. */
  let last = views.shift();
  /** Views that came since, in their order. */
  let coming: View[] = [];
  let scrolledAt = 0;
  let ticking = false;

  const see = (held: readonly Stretch[]) => {
    const ends = article.getBoundingClientRect().bottom + scrollY;
    const starts = sections.map(({ heading }) => heading.getBoundingClientRect().top + scrollY);
    sections.forEach((section, index) => {
      if (section.read === 1) return;
      const whole = { start: starts[index] ?? 0, end: starts[index + 1] ?? ends };
      for (const stretch of held)
        section.read = readOn(section.read, whole, stretch, innerHeight / 4);
      if ((1 - section.read) * (whole.end - whole.start) > NEARLY_PX) return;
      section.read = 1;
      onRead(section.part);
    });
    // As sections.ts marks it: the last heading that has passed the upper third of the window.
    onPlace(
      sections.findLast((_, index) => (starts[index] ?? 0) < scrollY + innerHeight / 3)?.part ?? '',
    );
  };

  const tick = () => {
    coming.push(...views.splice(0));
    scrolledAt = coming.at(-1)?.at ?? scrolledAt;
    if (!last) return;
    const since = heldSince(last, coming, performance.now());
    ({ last } = since);
    coming = coming.filter(({ at }) => at > since.last.at);
    // A page in the background is not read.
    if (!document.hidden) see(since.held);
    // Until a whole moment after the last scroll has been looked at, so that where it ended is seen.
    ticking = since.last.at < scrolledAt + TICK_MS;
    if (ticking) setTimeout(tick, TICK_MS);
  };
  const onScroll = ({ timeStamp }: Event) => {
    if (ticking) return;
    if (last) last = { ...last, at: timeStamp };
    ticking = true;
    setTimeout(tick, TICK_MS);
  };
  addEventListener('scroll', onScroll, { passive: true });
  tick();
}
