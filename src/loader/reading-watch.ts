/** Watches which sections of a lesson are read, by what stays on the screen for a moment (core/progress/reading.ts). */
import { inBoth, readOn, type Stretch } from '../core/progress/reading';

/** A moment: what is on the screen that long has been seen. */
export const TICK_MS = 500;
/** What may be left below the screen of a section that is read: the white space under it, and half a line. */
const NEARLY_PX = 48;

interface Watcher {
  /** What has been seen before the watch began. */
  readonly seen: Stretch | null;
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

export function watchReading(article: HTMLElement, { seen, onRead, onPlace }: Watcher): void {
  const sections = sectionsOnPage();
  const viewNow = (): Stretch => ({ start: scrollY, end: scrollY + innerHeight });
  let before = viewNow();
  /** How many ticks there are to come: two after the last scroll, so that where it ended is seen. */
  let ticks = 0;
  let ticking = false;

  const see = (stretch: Stretch) => {
    const ends = article.getBoundingClientRect().bottom + scrollY;
    const starts = sections.map(({ heading }) => heading.getBoundingClientRect().top + scrollY);
    sections.forEach((section, index) => {
      if (section.read === 1) return;
      const whole = { start: starts[index] ?? 0, end: starts[index + 1] ?? ends };
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
    ticks -= 1;
    const now = viewNow();
    // A page in the background is not read.
    if (!document.hidden) see(inBoth(before, now));
    before = now;
    ticking = ticks > 0;
    if (ticking) setTimeout(tick, TICK_MS);
  };
  const onScroll = () => {
    ticks = 2;
    if (!ticking) setTimeout(tick, TICK_MS);
    ticking = true;
  };
  if (seen) see(seen);
  addEventListener('scroll', onScroll, { passive: true });
  onScroll();
}
