/** The reader's progress: read, counted, found again; carried to another device; merged, spoilt, reset. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { PLANNED_LESSONS } from '../src/build/curriculum.ts';
import type { ProgressMark } from '../src/core/progress/mark.ts';
import { slowSite } from './support/slow-site';
import { expect, inEachLanguage, test } from './support/test';
import { anyNumber, starting, wordsOn } from './support/words';

const LESSON = '/lessons/views/';
const KEY = 'bytescope:progress';

/** Wide enough for the rail. */
test.use({ viewport: { width: 1440, height: 900 } });

/** What an exercise or a quiz of the lesson says. */
const mark = (page: Page, ...marks: readonly ProgressMark[]) =>
  page.evaluate((all) => {
    for (const detail of all)
      document.dispatchEvent(new CustomEvent('bytescope:progress', { detail }));
  }, marks);
const stored = (page: Page) => page.evaluate((key) => localStorage.getItem(key), KEY);
const store = (page: Page, text: string) =>
  page.evaluate(([key, value]) => localStorage.setItem(key, value), [KEY, text] as const);

const rail = (page: Page) =>
  page.getByRole('navigation', { name: wordsOn(page).shell.chapterList });
const section = (page: Page, title: string) => rail(page).getByRole('link', { name: title });
const bits = (page: Page) =>
  page.getByRole('link', { name: starting(wordsOn(page).progress.linkOf) });
/** `2 of 31 parts done`, whatever the lesson has. */
const done = (page: Page, parts: number) => {
  const { source } = anyNumber((total) => wordsOn(page).progress.partsDone(parts, total));
  return new RegExp(source.slice(1));
};
const solved = { kind: 'exercise', lesson: 'views', id: 'window', state: 'solved' } as const;
const tried = { kind: 'exercise', lesson: 'views', id: 'record', state: 'tried' } as const;
const read = (id: string) => ({ kind: 'section', lesson: 'views', id }) as const;
const FIRST = read('the-dot-that-stays-black');
const PITFALLS = read('pitfalls');

/** Scrolls on, as a reader would, until this holds. */
async function readUntil(page: Page, holds: () => Promise<void>): Promise<void> {
  await page.mouse.move(700, 500);
  await expect(async () => {
    await page.mouse.wheel(0, 150);
    await holds();
  }).toPass({ intervals: [150], timeout: 40_000 });
}

test(
  'a section counts once it has been scrolled through, and stays so',
  { tag: '@firefox' },
  async ({ page }) => {
    await page.goto(LESSON);
    await expect(bits(page)).toHaveAccessibleName(/0 of \d+ parts done/);
    const first = section(page, 'The dot that stays black');
    await expect(first).toHaveAccessibleName('The dot that stays black');
    await readUntil(page, () => expect(first).toHaveAccessibleName(/, read$/, { timeout: 1 }));
    await expect(bits(page)).toHaveAccessibleName(/1 of \d+ parts done/);
    await expect(section(page, 'Pitfalls')).toHaveAccessibleName('Pitfalls');
    await page.reload();
    await expect(first).toHaveAccessibleName(/, read$/);
    await expect(
      rail(page).getByRole('link', { name: /^ArrayBuffer and its views/ }),
    ).toHaveAccessibleName(/1 of \d+ parts done/);
  },
);

test('a jump to the end does not count what it jumped over', async ({ page }) => {
  await page.goto(LESSON);
  await page.keyboard.press('End');
  await expect(section(page, 'Further reading')).toHaveAccessibleName(/, read$/);
  await expect(section(page, 'Count elements')).toHaveAccessibleName('Count elements, not bytes');
  await expect(section(page, 'Pitfalls')).toHaveAccessibleName('Pitfalls');
});

inEachLanguage(() => {
  test('the home page leads back to the section last read; the lesson itself stays where it opens', async ({
    page,
    words,
  }) => {
    const { progress, shell, path } = words;
    const pitfalls = words.heading('views', 'Pitfalls');
    const lesson = words.title('views');
    await page.goto(path('/'));
    const resume = page.getByText(progress.resume.trim());
    await expect(resume).toBeHidden();
    await page.goto(path(LESSON));
    await section(page, pitfalls).click();
    await expect.poll(() => stored(page)).toContain('"section":"pitfalls"');

    await page.goto(path(LESSON));
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
    expect(await page.evaluate(() => scrollY)).toBe(0);

    await page.goto(path('/'));
    await expect(resume).toContainText(pitfalls);
    await expect(resume).toContainText(lesson);
    const map = page.getByRole('region', {
      name: shell.front.mapHeading(PLANNED_LESSONS.length),
    });
    await expect(map.getByText(progress.continue).filter({ visible: true })).toHaveCount(1);
    const place = map.getByRole('link', { name: progress.continue }).filter({ hasText: lesson });
    await expect(place).toHaveAccessibleName(done(page, 0));
    await page.getByRole('link', { name: pitfalls }).click();
    await expect(page).toHaveURL(/#.+$/);
    await expect(page.getByRole('heading', { name: pitfalls })).toBeInViewport();
  });

  test(
    'a reset can be undone, and other tabs follow both',
    { tag: '@firefox' },
    async ({ page, context, words }) => {
      const { progress, path } = words;
      const { reset, undo } = progress.page.anew;
      await page.goto(path(LESSON));
      await mark(page, FIRST, solved, tried);
      await expect(bits(page)).toHaveAccessibleName(done(page, 2));
      const tab = await context.newPage();
      await tab.goto(path('/progress/'));
      await tab.evaluate(() => localStorage.setItem('bytescope:quiz:views/window', 'answer'));
      const row = tab.getByRole('listitem').filter({ hasText: words.title('views') });
      await expect(row).toContainText(progress.page.ofTotal(1, 3));

      await tab.getByRole('button', { name: reset }).focus();
      await tab.keyboard.press('Enter');
      await expect(tab.getByText(progress.said.reset)).toBeVisible();
      await expect(row).toContainText(progress.page.ofTotal(0, 3));
      await expect(bits(page)).toHaveAccessibleName(done(page, 0));
      // What is done after the reset does not go with it, nor does it bring anything back.
      await mark(page, PITFALLS);
      await expect(row.getByRole('img')).toHaveAccessibleName(done(page, 1));

      const answer = () => tab.evaluate(() => localStorage.getItem('bytescope:quiz:views/window'));
      expect(await answer()).toBeNull();

      await tab.keyboard.press('Tab');
      await expect(tab.getByRole('button', { name: undo })).toBeFocused();
      await tab.keyboard.press('Enter');
      await expect(tab.getByText(progress.said.undone)).toBeVisible();
      expect(await answer()).toBe('answer');
      await expect(tab.getByRole('button', { name: undo })).toBeHidden();
      await expect(tab.getByRole('button', { name: reset })).toBeFocused();
      await expect(row.getByRole('img')).toHaveAccessibleName(done(page, 3));
      await expect(bits(page)).toHaveAccessibleName(done(page, 3));
    },
  );
});

test('a section that the lesson does not have leads to the lesson', async ({ page }) => {
  await page.goto('/progress/');
  // The second is what every object answers to.
  for (const section of ['gone', 'constructor']) {
    await store(
      page,
      `{"v":1,"resets":0,"lessons":{},"place":{"lesson":"views","section":"${section}","at":1}}`,
    );
    await page.reload();
    await expect(page.getByText('You were reading').getByRole('link')).toHaveText(
      'ArrayBuffer and its views',
    );
  }
});

test('two tabs know what either did', { tag: '@firefox' }, async ({ page, context }) => {
  await page.goto(LESSON);
  const other = await context.newPage();
  await other.goto(LESSON);
  await mark(page, FIRST);
  await mark(other, PITFALLS, solved);
  for (const tab of [page, other]) {
    await expect(bits(tab)).toHaveAccessibleName(/3 of \d+ parts done/);
    await expect(section(tab, 'The dot that stays black')).toHaveAccessibleName(/, read$/);
    await expect(section(tab, 'Pitfalls')).toHaveAccessibleName(/, read$/);
  }
  await other.goto('/progress/');
  await expect(other.getByRole('listitem').filter({ hasText: 'ArrayBuffer' })).toContainText(
    /Sections read\s*2 of \d+.*Exercises solved\s*1 of/s,
  );
});

test('where nothing is done there is nothing to reset', async ({ page }) => {
  await page.goto('/progress/');
  await expect(page.getByText('Nothing is done yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Reset progress' }).click();
  await expect(page.getByText('There is nothing to reset.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
  expect(await stored(page)).toBeNull();
});

test.describe('a copy', () => {
  const open = async (page: Page, name: string, content: string | Buffer) => {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a copy…' }).click();
    const buffer = Buffer.from(content);
    await (await choosing).setFiles({ name, mimeType: 'application/json', buffer });
  };

  test('holds progress and edits, and adds to what another browser has', async ({
    page,
    browser,
    baseURL,
  }) => {
    await page.goto(LESSON);
    await mark(page, FIRST, solved);
    await page.evaluate(() => {
      localStorage.setItem('bytescope:draft:views/create', 'mine');
      localStorage.setItem('bytescope:draft:views/count', 'mine');
      localStorage.setItem('bytescope:theme', 'light');
    });
    await expect(bits(page)).toHaveAccessibleName(/2 of \d+ parts done/);
    await page.goto('/progress/');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save a copy' }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toMatch(/^bytescope-progress-\d{4}-\d\d-\d\d\.json$/);
    await expect(page.getByText(`Saved as ${download.suggestedFilename()}.`)).toBeVisible();
    const copy = await readFile(await download.path(), 'utf8');
    expect(copy).not.toContain('theme');

    const elsewhere = await browser.newContext(baseURL === undefined ? {} : { baseURL });
    const there = await elsewhere.newPage();
    await there.goto('/progress/');
    await mark(there, FIRST, PITFALLS);
    await there.evaluate(() => localStorage.setItem('bytescope:draft:views/count', 'theirs'));
    const row = there.getByRole('listitem').filter({ hasText: 'ArrayBuffer' });
    await expect(row.getByRole('img')).toHaveAccessibleName(/2 of \d+ parts done/);
    await open(there, 'copy.json', copy);
    await expect(
      there.getByText(
        '1 part came in. 1 edit or answer came in. 1 edit or answer differs from what is here: yours stay as they are.',
      ),
    ).toBeVisible();
    await expect(row.getByRole('img')).toHaveAccessibleName(/3 of \d+ parts done/);
    expect(
      await there.evaluate(() => [
        localStorage.getItem('bytescope:draft:views/create'),
        localStorage.getItem('bytescope:draft:views/count'),
      ]),
    ).toEqual(['mine', 'theirs']);
    await open(there, 'copy.json', copy);
    await expect(there.getByText('The copy holds no part that is not here already.')).toBeVisible();
    await elsewhere.close();
  });

  test('from before a reset brings back what it holds, since it was opened on purpose', async ({
    page,
  }) => {
    await page.goto('/progress/');
    await mark(page, FIRST);
    await expect.poll(() => stored(page)).toContain('dot-that-stays');
    const old = await stored(page);
    await page.getByRole('button', { name: 'Reset progress' }).click();
    await expect(page.getByText('Nothing is done yet.')).toBeVisible();
    await open(
      page,
      'old.json',
      `{"format":"bytescope-progress","v":1,"progress":${old ?? ''},"kept":{}}`,
    );
    await expect(page.getByText('1 part came in.')).toBeVisible();
    await expect(page.getByText('Nothing is done yet.')).toBeHidden();
  });

  test('is refused with a reason where it is none, and nothing changes', async ({ page }) => {
    await page.goto('/progress/');
    await mark(page, FIRST);
    await expect.poll(() => stored(page)).toContain('dot-that-stays');
    const before = await stored(page);
    await open(page, 'holiday.json', '{"photos":[]}');
    await expect(
      page.getByText(
        'holiday.json is no copy of progress that this site can read, at format: found nothing, expected "bytescope-progress". Nothing was changed. Choose a file that “Save a copy” wrote.',
      ),
    ).toBeVisible();
    await open(page, 'cut.json', '{"format":"bytescope-progress","v":1,');
    await expect(page.getByText(/^cut\.json is no copy.*expected JSON, whole/)).toBeVisible();
    await open(page, 'deep.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    await expect(page.getByText(/^deep\.json is no copy.*found \[/)).toBeVisible();
    expect(await stored(page)).toBe(before);
    const lessons = (of: string) =>
      Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${of}-${i}`, {}]));
    const many = (of: string) =>
      JSON.stringify({
        format: 'bytescope-progress',
        v: 1,
        progress: { v: 1, resets: 0, lessons: lessons(of), place: null },
        kept: {},
      });
    await open(page, 'many.json', many('a'));
    await expect(page.getByText('The copy holds no part that is not here already.')).toBeVisible();
    const joined = await stored(page);
    await open(page, 'more.json', many('b'));
    await expect(page.getByText(/^more\.json is no copy.*at lessons: found 601/)).toBeVisible();
    expect(await stored(page)).toBe(joined);
    await open(page, 'film.json', Buffer.alloc(20_000_001, 0x20));
    await expect(page.getByText(/^film\.json is larger than 20 MB/)).toBeVisible();
    expect(await stored(page)).toBe(joined);
  });
});

test('progress that cannot be read is set aside, told, and replaced', async ({ page }) => {
  await page.goto(LESSON);
  await store(page, '{"v":1,"resets":"many"}');
  await page.reload();
  await mark(page, solved);
  const notice = page.getByRole('status').filter({ hasText: 'could not be read' });
  await expect(notice).toBeVisible();
  await expect(bits(page)).toHaveAccessibleName(/1 of \d+ parts done/);
  const saving = page.waitForEvent('download');
  await notice.getByRole('button', { name: 'Save what was set aside' }).click();
  expect(await readFile(await (await saving).path(), 'utf8')).toBe('{"v":1,"resets":"many"}');
  await notice.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('could not be read')).toBeHidden();
  await expect(page.getByRole('main')).toBeFocused();
  expect(await stored(page)).toContain('"exercise:window":"solved"');

  await page.goto('/progress/');
  await expect(page.getByRole('heading', { name: 'Set aside' })).toBeVisible();
  const again = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Save what was set aside on / }).click();
  expect(await readFile(await (await again).path(), 'utf8')).toBe('{"v":1,"resets":"many"}');
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.getByRole('button', { name: /^Delete what was set aside on / }).click();
  await expect(page.getByRole('heading', { name: 'Set aside' })).toBeHidden();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([KEY]);
});

test('a page that may store nothing says so once, and counts while it is open', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('no storage', 'SecurityError');
      },
    });
  });
  await page.goto(LESSON);
  await mark(page, FIRST);
  const notice = page.getByRole('status').filter({ hasText: 'does not let the page store' });
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: 'Close' }).click();
  await mark(page, solved);
  await expect(bits(page)).toHaveAccessibleName(/2 of \d+ parts done/);
  await expect(page.getByText('does not let the page store')).toBeHidden();
  await bits(page).click();
  await expect(page.getByRole('heading', { name: 'Your progress' })).toBeVisible();
});

test('the reading is watched once, however often the page is scrolled until it can be', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { addEventListener } = window;
    const watchers: unknown[] = [];
    Object.assign(window, { watchers });
    window.addEventListener = function (this: Window, ...all: unknown[]) {
      if (all[0] === 'scroll') watchers.push(all[1]);
      return Reflect.apply(addEventListener, this, all) as undefined;
    };
  });
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/progress-keeper/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(LESSON);
  const count = () =>
    page.evaluate(() => (window as unknown as { watchers: unknown[] }).watchers.length);
  const before = await count();
  const asked = page.waitForRequest(/progress-keeper/);
  for (let turn = 0; turn < 5; turn += 1) {
    await page.mouse.wheel(0, 60);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  await asked;
  release();
  await expect.poll(() => stored(page)).toContain('"lesson":"views"');
  expect((await count()) - before).toBe(1);
});

test.describe('what keeps it cannot be fetched', () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test('at first: what was done meanwhile is kept with what is done later', async ({ page }) => {
    await page.goto(LESSON);
    await page.route(/progress-keeper/, (route) => route.abort());
    const failed = page.waitForEvent('requestfailed');
    await mark(page, FIRST);
    await failed;
    await page.unroute(/progress-keeper/);
    await mark(page, solved);
    await expect(bits(page)).toHaveAccessibleName(/2 of \d+ parts done/);
  });
});

/** In the first twenty frames that have bits of the lesson: whether they were drawn, and what shifted meanwhile. */
async function watchFrames(page: Page) {
  type Watched = Window & { seen: boolean[]; shifts: number[] };
  await page.addInitScript(() => {
    const seen: boolean[] = [];
    const shifts: number[] = [];
    Object.assign(window, { seen, shifts });
    const sample = () => {
      const first = document.querySelector('[data-bits="views"]:has(.here) .done');
      if (first) seen.push((first.getAttribute('d') ?? '') !== '');
      if (seen.length < 20) requestAnimationFrame(sample);
    };
    requestAnimationFrame(sample);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async () => {
    await expect
      .poll(() => page.evaluate(() => (window as unknown as Watched).seen.length))
      .toBe(20);
    return page.evaluate(() => {
      const { seen, shifts } = window as unknown as Watched;
      return { seen, shifts };
    });
  };
}

/** A reader who has done two parts of the lesson and stands in its pitfalls. */
async function goOn(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await mark(page, FIRST, solved);
  await expect.poll(() => stored(page)).toContain('solved');
  await store(
    page,
    ((await stored(page)) ?? '').replace(
      '"place":null',
      '"place":{"lesson":"views","section":"pitfalls","at":1}',
    ),
  );
}

test.describe('on arrival', () => {
  for (const path of ['/', LESSON, '/progress/']) {
    test(
      `${path} has its bits in the first frame, and nothing moves`,
      { tag: '@firefox' },
      async ({ page }) => {
        await goOn(page, path);
        const watched = await watchFrames(page);
        await page.reload();
        const { seen, shifts } = await watched();
        expect(seen).not.toContain(false);
        expect(shifts).toEqual([]);
      },
    );

    test(
      `${path} has its bits in the first frame of a page that stops behind them`,
      { tag: '@firefox' },
      async ({ page, baseURL }) => {
        const site = await slowSite(
          baseURL ?? '',
          (html) => /^.*?data-bits="views".*?<\/svg>/s.exec(html)?.[0].length,
        );
        try {
          await goOn(page, site.origin + path);
          const watched = await watchFrames(page);
          await page.reload();
          const { seen } = await watched();
          expect(site.stops).toBe(2);
          expect(seen).not.toContain(false);
        } finally {
          await site.close();
        }
      },
    );
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page on progress says what is missing, and offers nothing that would not work', async ({
    page,
  }) => {
    await page.goto('/progress/');
    await expect(page.getByText(/kept by JavaScript, which is switched off/)).toBeVisible();
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    await expect(page.getByText('You were reading')).toBeHidden();
  });
});
