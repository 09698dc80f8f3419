/** Exercises: an answer is judged by what it does, help is there in steps, and nothing of the reader's is lost. */
import type { Page } from '@playwright/test';
import { ExercisePage } from './pages/exercise-page';
import { expect, inEachLanguage, test } from './support/test';
import { seen, starting, type Words } from './support/words';

const LESSON = '/lessons/views/';
const windowWith = (body: string) => `function middle(buffer) {\n  ${body}\n}\n`;
const SOLVED = windowWith('return new Uint32Array(buffer, 4, 2); // mine');
const ELEMENTS = windowWith('return new Uint32Array(buffer, 4, 8);');
const REVERSED = `function writeRecord(buffer, start, kind, id, temp) {
  const view = new DataView(buffer, start);
  view.setUint8(0, kind);
  view.setUint16(1, id, true);
  view.setFloat32(3, temp);
}
`;

/** What the page has told of the exercises' progress. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    document.addEventListener('bytescope:progress', (event) => {
      const mark = event.detail;
      if (mark.kind === 'exercise') heard.push(`${mark.lesson}/${mark.id} ${mark.state}`);
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}

async function open(page: Page, name = 'window', words?: Words): Promise<ExercisePage> {
  await page.goto(words?.path(LESSON) ?? LESSON);
  const exercise = new ExercisePage(page, 'views', name);
  await exercise.root.scrollIntoViewIfNeeded();
  return exercise;
}

inEachLanguage(() => {
  test(
    'a wrong answer is named, shows its bytes and its line, and the right one passes',
    { tag: '@firefox' },
    async ({ page, words }) => {
      const marks = await listen(page);
      const text = words.exercise;
      const { checks, mistakes } = await words.checks('views', 'record');
      const exercise = await open(page, 'record', words);
      await exercise.write(REVERSED);
      await exercise.check.click();
      await expect(exercise.status).toHaveText(
        `${text.score(4, 5)}. ${text.firstFailed(checks['id'] ?? '')}`,
      );
      const { why = '', next = '' } = mistakes['reversed'] ?? {};
      await expect(exercise.root.getByText(seen(why))).toBeVisible();
      await expect(exercise.root.getByText(seen(next))).toBeVisible();
      const compared = exercise.root.getByRole('group', { name: text.compared });
      await expect(compared).toContainText('writeRecord(ArrayBuffer(7), 0, 7, 4660, 21.5)');
      await expect(compared.getByRole('row', { name: text.found }).getByRole('cell')).toHaveText([
        '07',
        '34',
        '12',
        '41',
        'AC',
        '00',
        '00',
      ]);
      await expect(compared.getByRole('cell', { name: text.byte(1, '34', true) })).toBeVisible();

      await exercise.root.getByRole('button', { name: text.showByte(1) }).click();
      const byte = exercise.root
        .locator('[data-buffer]')
        .first()
        .getByRole('gridcell', { name: starting(`${words.memory.byteName(1)},`) });
      await expect(byte).toBeFocused();
      await expect(byte).toHaveText('34');
      // The step that wrote it, not the end.
      await expect(exercise.slider).toHaveAttribute('aria-valuenow', '2');

      await exercise.root.getByRole('button', { name: text.goToLine(4) }).click();
      await expect(exercise.editor).toBeFocused();
      await exercise.write(REVERSED.replace(', true', ''));
      await expect(exercise.root.getByText(starting(text.fromLastCheck))).toBeVisible();
      await exercise.check.click();
      await expect(exercise.status).toHaveText(`${text.score(5, 5)}. ${text.allPassed}`);
      await expect(exercise.solved).toBeVisible();
      expect(await marks()).toEqual(['views/record tried', 'views/record solved']);
      // And it is remembered.
      await page.reload();
      await expect(exercise.solved).toBeVisible();
    },
  );

  test('hints open one after the other, then the solution, which counts as seen', async ({
    page,
    words,
  }) => {
    const marks = await listen(page);
    const text = words.exercise;
    const [whereToLook, whatToUse, nearlyTheAnswer] = text.hintNames;
    const exercise = await open(page, 'window', words);
    await expect(exercise.solution).toHaveAttribute('aria-disabled', 'true');
    const last = exercise.root.getByText(seen(words.task('views', 'window').hints[2]));
    // Also when it is pressed before anybody keeps the order.
    await exercise.hint(nearlyTheAnswer).click();
    await expect(last).toBeHidden();
    await exercise.hint(whereToLook).click();
    await exercise.hint(whatToUse).click();
    await exercise.hint(nearlyTheAnswer).click();
    await expect(last).toBeVisible();

    await exercise.write(ELEMENTS);
    await exercise.solution.click();
    const diff = exercise.root.getByRole('region', { name: text.diff });
    await expect(diff).toContainText(`${text.removed}:   return new Uint32Array(buffer, 4, 8);`, {
      useInnerText: false,
    });
    await expect(diff).toContainText(`${text.added}:   return new Uint32Array(buffer, 4, 2);`);
    expect(await marks()).toEqual(['views/window seen']);

    await exercise.root.getByRole('button', { name: text.useSolution, exact: true }).click();
    await expect(exercise.run).toBeFocused();
    await expect(
      exercise.root.getByRole('button', { name: words.bench.draftKept(1) }),
    ).toBeVisible();
    await exercise.check.click();
    await expect(exercise.status).toContainText(`${text.score(2, 2)}. ${text.passedSeen}`);
    await expect(exercise.root.getByText(text.seenBody)).toBeVisible();
    await expect(exercise.solved).toBeHidden();
    // Written in one's own way it is solved.
    await exercise.write(SOLVED);
    await exercise.check.click();
    await expect(exercise.solved).toBeVisible();
    expect((await marks()).at(-1)).toBe('views/window solved');
  });
});

test('Run only runs, and what is given fails the check', async ({ page }) => {
  const marks = await listen(page);
  const exercise = await open(page);
  await exercise.run.click();
  await expect(exercise.status).toHaveText(/^Finished/);
  await expect.poll(() => exercise.printed()).toEqual(['undefined :10']);
  expect(await marks()).toEqual([]);
  await exercise.check.click();
  await expect(exercise.status).toHaveText(/^1 of 2 checks pass\./);
  expect(await marks()).toEqual(['views/window tried']);
  // What a check leaves in memory is laid out for who asks.
  await expect(exercise.console).toBeHidden();
  await exercise.root
    .getByRole('button', { name: 'Memory, console and steps of this check' })
    .click();
  await expect(exercise.console).toBeVisible();
});

test(
  'earlier attempts can be taken up again, and what was in the editor is kept',
  { tag: '@firefox' },
  async ({ page }) => {
    const exercise = await open(page);
    await exercise.write(ELEMENTS);
    await exercise.check.click();
    await expect(exercise.root.getByText('counts elements, not bytes')).toBeVisible();
    await exercise.write(SOLVED);
    await exercise.check.click();
    await expect(exercise.solved).toBeVisible();
    await exercise.write('// unfinished\n');
    await page.reload();

    await exercise.root.getByText('2 attempts', { exact: true }).click();
    await exercise.root.getByRole('button', { name: /^Use it: .*, 1 of 2 checks pass$/ }).click();
    await expect(exercise.printedCode).toContainText('new Uint32Array(buffer, 4, 8)');
    await expect(exercise.status).toContainText('What was there is kept');
    await exercise.root.getByRole('button', { name: '1 other version' }).click();
    await exercise.root.getByRole('button', { name: /^Use it: Saved / }).click();
    await expect(exercise.printedCode).toContainText('// unfinished');
  },
);

test('Reset brings the given code back and keeps the reader’s', async ({ page }) => {
  const exercise = await open(page);
  await exercise.write(ELEMENTS);
  await exercise.reset.click();
  await expect(exercise.printedCode).toContainText('TODO');
  await exercise.root.getByRole('button', { name: '1 other version' }).click();
  await expect(
    exercise.root.getByText('function middle(buffer) {', { exact: true }).last(),
  ).toBeVisible();
});

test('two different failed attempts open the solution; “Keep mine” changes nothing', async ({
  page,
}) => {
  const exercise = await open(page);
  await exercise.check.click();
  await expect(exercise.status).toHaveText(/^1 of 2 checks pass/);
  await expect(exercise.solution).toHaveAttribute('aria-disabled', 'true');
  await exercise.write(ELEMENTS);
  await exercise.check.click();
  await exercise.solution.click();
  await exercise.root.getByRole('button', { name: 'Keep mine' }).click();
  await expect(exercise.printedCode).toContainText('buffer, 4, 8');
  await expect(exercise.run).toBeFocused();
});

const CHEATS = {
  'messages like the sandbox’s own': `
const message = { v: 1, kind: 'settled', outcome: 'finished', error: null, line: null, durationMs: 1, probes: [] };
for (const to of [globalThis, globalThis.parent, globalThis.opener])
  try { to.postMessage(message, '*'); } catch {}
try { postMessage(message); } catch {}
const middle = () => null;`,
  'what progress listens for': `
try { document.dispatchEvent(new CustomEvent('bytescope:progress', { detail: { kind: 'exercise', lesson: 'views', id: 'window', state: 'solved' } })); } catch {}
try { localStorage.setItem('bytescope:attempts:views/window', '{}'); } catch {}
const middle = () => null;`,
  'natives that say what is wanted': `
Uint32Array.prototype.constructor = Uint32Array;
Object.is = () => true;
Array.prototype.every = () => true;
JSON.stringify = () => 'true';
const middle = () => new Uint8Array(1);`,
} as const;

for (const [what, source] of Object.entries(CHEATS)) {
  test(`${what} count for nothing`, async ({ page }) => {
    const marks = await listen(page);
    const exercise = await open(page);
    await exercise.write(source);
    await exercise.check.click();
    await expect(exercise.status).toHaveText(/^[01] of 2 checks pass/);
    await expect(exercise.solved).toBeHidden();
    expect(await marks()).toEqual(['views/window tried']);
  });
}

const REFUSED = {
  'an endless loop in a call': [
    windowWith('while (buffer) {}'),
    /It ran for too long without a pause in line 2, during middle\(ArrayBuffer\(64\)\)\./,
  ],
  'an endless loop in the program': [`${SOLVED}for (;;) {}`, /It ran for too long/],
  'an error of the program': [`${SOLVED}null.x;`, /It ended in an error|null/],
  'a rejection that a call left to nobody': [
    windowWith("Promise.reject(new Error('left alone'));\n  return new Uint32Array(buffer, 4, 2);"),
    /left alone/,
  ],
} as const;

for (const [what, [source, told]] of Object.entries(REFUSED)) {
  test(`${what} cannot pass`, async ({ page }) => {
    const marks = await listen(page);
    const exercise = await open(page);
    await exercise.write(source);
    await exercise.check.click();
    const refused = exercise.root.locator('.ex-said');
    await expect(refused).toContainText('This run was not judged.');
    await expect(refused).toContainText(told);
    await expect
      .poll(() => exercise.went())
      .toEqual([
        'Returns a Uint32Array over bytes 4 to 11 of buffer, not checked',
        'Makes no new memory and copies nothing, not checked',
      ]);
    expect(await marks()).toEqual(['views/window tried']);
  });
}

test('a check that the reader stops is not judged', async ({ page }) => {
  const exercise = await open(page);
  await exercise.write(windowWith('while (buffer) {}'));
  await exercise.check.click();
  await exercise.stop.click();
  await expect(
    exercise.root.getByText('You stopped this run, so nothing was checked.'),
  ).toBeVisible();
});

test('by keyboard alone: edit, check, read, fix, pass', { tag: '@firefox' }, async ({ page }) => {
  const exercise = await open(page);
  await exercise.code.focus();
  await page.keyboard.press('Enter');
  await expect(exercise.editor).toBeFocused({ timeout: 20_000 });
  await exercise.write(ELEMENTS);
  // Works inside the editor, where it would add a line.
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(exercise.status).toHaveText(/^1 of 2 checks pass/);
  await expect(exercise.editor).toBeFocused();
  const line = exercise.root.getByRole('button', { name: 'Go to line 2' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  for (let presses = 0; presses < 12; presses++) {
    if (await line.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(line).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(exercise.editor).toBeFocused();
  await exercise.write(SOLVED);
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(exercise.status).toHaveText('Both checks pass. Solved.');
  expect(await exercise.editor.count()).toBe(1);
  await expect(exercise.printedCode).toContainText('// mine');
});

test('the first press is not lost: Check before anything has loaded', async ({ page }) => {
  const exercise = await open(page);
  await exercise.check.click();
  await expect(exercise.status).toHaveText(/^1 of 2 checks pass/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  inEachLanguage(() => {
    test('an exercise can be done by touch, and nothing is wider than the screen', async ({
      page,
      words,
    }) => {
      const text = words.exercise;
      const exercise = await open(page, 'window', words);
      await exercise.code.tap({ position: { x: 120, y: 20 } });
      await expect(exercise.editor).toBeFocused({ timeout: 20_000 });
      await exercise.write(ELEMENTS);
      await exercise.check.tap();
      await expect(exercise.status).toHaveText(starting(text.score(1, 2)));
      await exercise.hint(text.hintNames[0]).tap();
      const [hint] = words.task('views', 'window').hints;
      await expect(exercise.root.getByText(seen(hint))).toBeVisible();
      await exercise.root.getByRole('button', { name: text.goToLine(2) }).tap();
      await exercise.write(SOLVED);
      await exercise.check.tap();
      await expect(exercise.solved).toBeVisible();
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      expect(scroll).toBe(client);
      for (const target of await exercise.root
        .locator('.ex-r button, .hints summary, .ex-more h4 button')
        .all()) {
        const box = await target.boundingBox();
        if (box) expect(box.height).toBeGreaterThanOrEqual(44);
      }
    });
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('task, code, checks and every hint can be read', async ({ page }) => {
    const exercise = await open(page, 'record');
    await expect(exercise.root.getByRole('heading', { name: 'Exercise: Record' })).toBeVisible();
    await expect(exercise.root.getByRole('cell', { name: 'Float32' })).toBeVisible();
    await expect(exercise.code).toContainText('function writeRecord');
    await expect(exercise.checks).toHaveCount(5);
    await exercise.hint('Nearly the answer').click();
    await expect(exercise.root.getByText('The id follows 1 byte later')).toBeVisible();
    await expect(exercise.check).toBeHidden();
  });
});

test('on paper: the task, the code and room to write, no hints', async ({ page }) => {
  const exercise = await open(page);
  await exercise.hint('Where to look').click();
  await page.emulateMedia({ media: 'print' });
  await expect(exercise.root.getByText('Complete middle so that it returns')).toBeVisible();
  await expect(exercise.code).toBeVisible();
  await expect(exercise.root.getByText('Room to write:')).toBeVisible();
  await expect(exercise.root.getByText('Where are the bytes already?')).toBeHidden();
  await expect(exercise.solution).toBeHidden();
  await expect(exercise.check).toBeHidden();
});
