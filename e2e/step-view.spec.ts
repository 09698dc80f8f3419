/** A reader walks through a recorded run: by keys, by dragging, by playing; flips bits; compares; looks up a byte's life. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { StepBench } from './support/step-bench';
import { openSteps } from './support/step-page';
import { expect, test } from './support/test';

declare const bench: StepBench;

const scope = (page: Page) => page.getByRole('slider', { name: 'Step', exact: true });
const cell = (page: Page, name: string) => page.locator(`.mem [data-name="${name}"]`).first();
const bit = (page: Page, n: number) => page.getByRole('switch', { name: `bit ${n},` });

for (const trace of ['lesson', 'lives', 'loop']) {
  test(`${trace}: whichever way a step is reached, it looks as if drawn anew`, async ({ page }) => {
    await openSteps(page, trace, 0);
    const differences = await page.evaluate(() => {
      const found: string[] = [];
      let seed = 7;
      const random = () => {
        seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
        return seed / 0x7fffffff;
      };
      for (let visit = 0; visit < 150; visit++) {
        const to = Math.floor(random() * (bench.store.steps + 1));
        if (random() < 0.5) bench.store.seek(to);
        else bench.store.stepBy(random() < 0.5 ? 1 : -1);
        for (const difference of bench.differences()) {
          if (found.length < 5) found.push(`step ${String(bench.store.step)}: ${difference}`);
        }
      }
      return found;
    });
    expect(differences).toEqual([]);
  });
}

test('another base, a hidden lane and a moved window are drawn at the shown step', async ({
  page,
}) => {
  await openSteps(page, 'lesson', 0);
  await page.evaluate(() => {
    bench.store.seek(7);
  });
  await page.getByRole('radio', { name: 'binary' }).click();
  await expect(cell(page, 'byte 2')).toHaveText('1111 1110');
  await expect(cell(page, 'byte 2')).toHaveClass(/chg/);
  await page.getByRole('radio', { name: 'decimal', exact: true }).click();
  await expect(cell(page, 'byte 2')).toHaveText('254');
  await page.evaluate(() => {
    bench.store.seek(12);
  });
  await expect(cell(page, 'byte 12')).toHaveText('205');
  await page.getByRole('button', { name: 'Show lane i16' }).first().click();
  await page.evaluate(() => {
    bench.store.seek(6);
  });
  await page.getByRole('button', { name: 'Show lane i16' }).first().click();
  await expect(cell(page, 'i16[1]')).toHaveText('300');
  expect(
    await page.evaluate(() => bench.differences().filter((each) => !each.includes(' byte'))),
  ).toEqual([]);
});

test('the window of a large buffer follows the head', async ({ page }) => {
  await openSteps(page, 'large', 2);
  const at = (turn: number) => `byte ${String((turn * 7) % 4096)}`;
  for (const turn of [0, 300, 301, 299, 2999, 40]) {
    await page.evaluate(
      (step) => {
        bench.store.seek(step);
      },
      turn * 2 + 2,
    );
    await expect(cell(page, at(turn))).toBeVisible();
    await expect(page.locator('.head:visible')).toHaveCount(1);
    await expect(cell(page, `v0[${String((turn * 7) % 4096)}]`)).toHaveClass(/now/);
  }
});

test('stepping changes cells and renders no grid', async ({ page }) => {
  await openSteps(page, 'loop', 1);
  const added = await page.evaluate(async () => {
    let count = 0;
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records)
        count += [...addedNodes].filter((node) => node instanceof Element).length;
    });
    for (const grid of document.querySelectorAll('[role=grid]'))
      observer.observe(grid, { subtree: true, childList: true });
    for (let step = 1; step <= 300; step++) bench.store.seek(step);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    observer.disconnect();
    return count;
  });
  expect(added).toBe(0);
});

test('a step shows its way on what changes, and nothing else of the memory is on its way', async ({
  page,
}) => {
  await openSteps(page, 'lesson', 9);
  await page.evaluate(() => {
    const ways: string[] = [];
    Object.assign(window, { ways });
    document.addEventListener('transitionrun', ({ target, propertyName }) => {
      const element = target as HTMLElement;
      if (element.closest('.mem')) ways.push(`${element.className} ${propertyName}`);
    });
  });
  const waysOf = async (act: () => Promise<void>) => {
    await page.evaluate(() => {
      (window as unknown as { ways: string[] }).ways.length = 0;
    });
    await act();
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
        }),
    );
    return page.evaluate(() => (window as unknown as { ways: string[] }).ways);
  };
  await scope(page).focus();
  // Step 8 reads, step 7 has written bytes 2 and 3.
  await waysOf(() => page.keyboard.press('ArrowLeft'));
  const write = await waysOf(() => page.keyboard.press('ArrowLeft'));
  expect(write).not.toEqual([]);
  expect(write.filter((way) => !way.includes('chg'))).toEqual([]);
  const read = await waysOf(() => page.keyboard.press('ArrowRight'));
  expect(read).toEqual([]);
  // A jump shows none.
  const jump = await waysOf(() => page.keyboard.press('Home'));
  expect(jump).toEqual([]);
});

test('the keys of the timeline step, jump, skip statements and play', async ({ page }) => {
  await openSteps(page, 'lesson', 7);
  await scope(page).focus();
  const value = (text: string | RegExp) =>
    expect(scope(page)).toHaveAttribute('aria-valuetext', text);
  await value('Step 7 of 23. Write i16[1] = −2, bytes 2 to 3');
  await page.keyboard.press('ArrowRight');
  await value('Step 8 of 23. Read u8[2], byte 2');
  await page.keyboard.press('Shift+ArrowRight');
  await value(/^Step 10 of 23\. Write dv\.setInt16\(8\) = −2/);
  await page.keyboard.press('Shift+ArrowLeft');
  await value(/^Step 9 of 23/);
  await page.keyboard.press('PageDown');
  await value(/^Step 19 of 23/);
  await page.keyboard.press('PageUp');
  await value(/^Step 9 of 23/);
  await page.keyboard.press('End');
  await value(/^Step 23 of 23/);
  await page.keyboard.press('Home');
  await value(/^Step 1 of 23/);
  await page.keyboard.press('ArrowLeft');
  await value('Before step 1 of 23.');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  // What plays is not read out: the value waits until it stops.
  await expect(page.locator('.playhead b')).toHaveText('1');
  await value('Before step 1 of 23.');
  await page.keyboard.press('Space');
  await value(/^Step \d+ of 23/);
});

test('pressing and dragging the timeline seeks, and a drag is silent until it ends', async ({
  page,
}) => {
  await openSteps(page, 'lesson', 7);
  const box = await page.locator('.tl-plot').boundingBox();
  if (!box) throw new Error('The timeline has no plot.');
  const x = (step: number) => box.x + (box.width * (step - 0.5)) / 23;
  await page.mouse.move(x(12), box.y + 40);
  await page.mouse.down();
  await expect(scope(page)).toHaveAttribute('aria-valuenow', '12');
  await page.mouse.move(x(4), box.y + 40, { steps: 4 });
  await expect(page.locator('.playhead b')).toHaveText('4');
  expect(await page.evaluate(() => bench.store.scrubbing)).toBe(true);
  await page.mouse.up();
  expect(await page.evaluate(() => bench.store.scrubbing)).toBe(false);
  await expect(cell(page, 'f32[1]')).toHaveClass(/now/);
});

test('the buttons step, and the step is spoken once it rests', async ({ page }) => {
  await openSteps(page, 'lesson', 6);
  const spoken = page.locator('.transport [role=status]');
  await page.getByRole('button', { name: 'Step forward' }).click();
  await expect(spoken).toHaveText(
    'Step 7 of 23, line 16. Write i16[1] = −2, bytes 2 to 3. The write also changed u8[2], u8[3] and f32[0].',
  );
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(page.locator('.stepno')).toContainText('Step 8 of 23');
  await expect(spoken).toContainText('Step 7 of 23');
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(spoken).not.toContainText('Step 7 of 23');
  await page.getByRole('button', { name: 'Speed, 1 times' }).click();
  await expect(page.getByRole('button', { name: 'Speed, 2 times' })).toBeVisible();
});

test('flipping bits is a "what if" that every lane shows, with a way back', async ({ page }) => {
  await openSteps(page, 'lesson', 7);
  await cell(page, 'byte 2').click();
  await expect(page.getByRole('region', { name: 'Bits of byte 2' })).toBeVisible();
  await expect(cell(page, 'byte 2')).toHaveAttribute('aria-current', 'true');
  // The byte is chosen and not pinned: the readout goes on to say what the step did.
  await page.mouse.move(0, 0);
  await expect(page.locator('.readout-idle')).toContainText('the write also changed');
  await bit(page, 7).click();
  await expect(cell(page, 'byte 2')).toHaveText('7E');
  await expect(cell(page, 'u8[2]')).toHaveText('126');
  await expect(cell(page, 'i16[1]')).toHaveText('−130');
  await expect(page.locator('.scope')).toHaveClass(/detached/);
  await page.keyboard.press('ArrowRight');
  await expect(bit(page, 6)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(cell(page, 'byte 2')).toHaveText('3E');
  await page.keyboard.press('ArrowUp');
  await expect(cell(page, 'byte 2')).toHaveText('3F');
  await page.getByRole('button', { name: 'Back to step 7' }).click();
  await expect(cell(page, 'byte 2')).toHaveText('FE');
  await expect(page.locator('.scope')).not.toHaveClass(/detached/);
});

test('a byte’s life leads to each step that touched it', async ({ page }) => {
  await openSteps(page, 'lesson', 7);
  await cell(page, 'byte 2').click();
  const history = page.getByRole('region', { name: 'History of byte 2' });
  await expect(history.getByRole('listitem')).toHaveCount(5);
  await expect(history.locator('[aria-current]')).toContainText('2C → FE');
  await history.getByRole('button', { name: 'Next access' }).click();
  await expect(scope(page)).toHaveAttribute('aria-valuenow', '8');
  await history.getByRole('button', { name: /^step 19/ }).click();
  await expect(cell(page, 'byte 2')).toHaveText('FF');
  await history.getByRole('button', { name: 'Previous access' }).click();
  await expect(scope(page)).toHaveAttribute('aria-valuenow', '18');
});

test('two steps are compared', async ({ page }) => {
  await openSteps(page, 'lesson', 4);
  await page.getByRole('button', { name: 'Compare from this step' }).click();
  await page.evaluate(() => {
    bench.store.seek(12);
  });
  await expect(page.locator('.compare')).toContainText(
    'Between steps 4 and 12 8 bytes differ. 2–3, 8–9, 12–15',
  );
  await expect(page.locator('.byte.chg')).toHaveCount(8);
  await page.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(page.locator('.byte.chg')).toHaveCount(4);
});

test('a capped run says what is missing, and its loop opens', async ({ page }) => {
  await openSteps(page, 'capped', 800);
  await expect(page.locator('.tl-note')).toContainText('1,234,567 accesses not recorded');
  await page.getByRole('button', { name: 'Record from here' }).click();
  await expect(page).toHaveTitle('record from 800');
  await page.getByRole('button', { name: /^Show steps 1 to 800/ }).click();
  await expect(page.getByText('Steps 1 to 800 of 800')).toBeVisible();
  await page.getByRole('button', { name: 'Show the whole run' }).click();
  await expect(page.getByRole('button', { name: /^Show steps 1 to 800/ })).toBeVisible();
});

for (const width of [320, 390, 1440]) {
  test(`at ${width} px nothing sticks out, nothing moves, and axe finds nothing`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await openSteps(page, 'lives', 0);
    await page.evaluate(() => {
      bench.replay.select({ bufferId: 0, byteOffset: 2 });
    });
    const heights = await page.evaluate(() => {
      const seen = new Set<string>();
      for (let step = 0; step <= bench.store.steps; step++) {
        bench.store.seek(step);
        const places = [...document.querySelectorAll('.mem, .octet, .readout, .scope, .transport')];
        seen.add(places.map((each) => each.getBoundingClientRect().height).join());
      }
      return seen.size;
    });
    expect(heights).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    for (const step of [5, 16]) {
      await page.evaluate((to) => {
        bench.store.seek(to);
      }, step);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    }
  });
}
