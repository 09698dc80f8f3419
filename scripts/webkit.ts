/**
 * `npm run webkit`: a smoke test in WebKitGTK, by WebDriver as it is. Playwright's own WebKit runs on few systems, and this
 * one is in Debian: `apt-get install` of PACKAGES, which this script does where it may. It is no part of `npm test`;
 * docs/browsers.md says what it showed.
 *
 * It runs in a display of its own (xvfb) where there is none.
 */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { createServer } from 'node:net';
import { mayUseApt, onPath } from './lib/browsers.mjs';
import { run } from './lib/run.mjs';
import { main, Problem, say, seconds } from './lib/say.mjs';
import { withSite } from './lib/site.ts';

/** The driver with its browser, a display, and what plays VP8, VP9 and H.264. */
const PACKAGES = [
  ...['webkit2gtk-driver', 'xvfb', 'xauth', 'fonts-liberation'],
  ...['gstreamer1.0-plugins-good', 'gstreamer1.0-plugins-bad', 'gstreamer1.0-libav'],
];

/** How long what is waited for may take: a busy machine takes its time. */
const PATIENCE_MS = 40_000;

/** How WebDriver names an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

async function ensureDriver(): Promise<string> {
  const find = () => (onPath('xvfb-run') === null ? null : onPath('WebKitWebDriver'));
  const found = find();
  if (found !== null) return found;
  const command = `apt-get install ${PACKAGES.join(' ')}`;
  if (!mayUseApt()) throw new Problem(`There is no WebKitGTK here. On Debian, as root: ${command}`);
  say('Installing WebKitGTK and its driver (apt-get)…');
  const quietly = {
    quiet: true,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeoutMs: 900_000,
  };
  await run('apt-get', ['update', '-q'], quietly);
  const { output } = await run(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', ...PACKAGES],
    quietly,
  );
  const installed = find();
  if (installed === null)
    throw new Problem(`It could not be installed. By hand: ${command}`, output);
  return installed;
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** One window of WebKit. */
class Tab {
  readonly #session: string;

  constructor(session: string) {
    this.#session = session;
  }

  async ask(method: 'POST' | 'DELETE', path: string, body: unknown = {}): Promise<unknown> {
    return await ask(`${this.#session}${path}`, method, body);
  }
  async open(url: string): Promise<void> {
    await this.ask('POST', '/url', { url });
  }
  async evaluate(script: string, ...args: unknown[]): Promise<unknown> {
    return await this.ask('POST', '/execute/sync', { script, args });
  }
  /** Until the script, an expression, gives something true; what it gave. */
  async until(what: string, expression: string, ...args: unknown[]): Promise<unknown> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const value = await this.evaluate(`return ${expression}`, ...args);
      if (value) return value;
      if (Date.now() > end) throw new Error(`waited for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  /** Presses as a mouse does. */
  async click(selector: string): Promise<void> {
    await this.until(selector, 'document.querySelector(arguments[0]) !== null', selector);
    await this.evaluate(
      "document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })",
      selector,
    );
    const found = await this.ask('POST', '/element', { using: 'css selector', value: selector });
    const id = (found as Readonly<Record<string, string>>)[ELEMENT] ?? '';
    await this.ask('POST', `/element/${id}/click`);
  }
}

async function ask(
  url: string,
  method: 'GET' | 'POST' | 'DELETE',
  body: unknown,
): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${error}: ${message}`);
}

async function withWebKit(use: (tab: Tab, version: string) => Promise<void>): Promise<void> {
  const driver = await ensureDriver();
  const browser = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')[0];
  if (browser === undefined) throw new Problem('WebKitGTK has no MiniBrowser here.');
  const port = await freePort();
  const hasDisplay = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  const command = [driver, `--port=${port}`, '--host=127.0.0.1'];
  const [program = '', ...args] = hasDisplay
    ? command
    : ['xvfb-run', '-a', '-s', '-screen 0 1440x900x24', ...command];
  // In a group of its own, which is ended as a whole: display, driver, browser.
  const child = spawn(program, args, {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1' },
  });
  const base = `http://127.0.0.1:${port}`;
  try {
    const end = Date.now() + PATIENCE_MS;
    while (
      !(await fetch(`${base}/status`).then(
        ({ ok }) => ok,
        () => false,
      ))
    ) {
      if (Date.now() > end) throw new Problem('WebKitWebDriver did not start.');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const started = (await ask(`${base}/session`, 'POST', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
        },
      },
    })) as { sessionId: string; capabilities: { browserVersion: string } };
    const tab = new Tab(`${base}/session/${started.sessionId}`);
    try {
      await tab.ask('POST', '/window/rect', { width: 1400, height: 880 });
      await use(tab, started.capabilities.browserVersion);
    } finally {
      await tab.ask('DELETE', '').catch(() => undefined);
    }
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  }
}

const BENCH = '[data-bench="views/one-buffer"]';
const EXERCISE = '[data-bench="views/exercises/window"]';
const STATUS = (bench: string) =>
  `document.querySelector('${bench} .bench-bar .status')?.textContent`;

type Journey = readonly [name: string, go: (tab: Tab, origin: string) => Promise<void>];

const heading = async (tab: Tab, text: string) => {
  await tab.until(
    `the heading “${text}”`,
    "document.querySelector('h1')?.textContent.includes(arguments[0])",
    text,
  );
};

const JOURNEYS: readonly Journey[] = [
  [
    'the home page opens',
    async (tab, origin) => {
      await tab.open(`${origin}/`);
      await tab.until(
        'a link to a lesson',
        'document.querySelector(\'a[href*="/lessons/"]\') !== null',
      );
    },
  ],
  [
    'a lesson opens in Korean',
    async (tab, origin) => {
      await tab.open(`${origin}/ko/lessons/views/`);
      await tab.until('the language', "document.documentElement.lang === 'ko'");
      await heading(tab, 'ArrayBuffer');
    },
  ],
  [
    'a lesson opens in English, isolated, so that memory can be shared',
    async (tab, origin) => {
      await tab.open(`${origin}/lessons/views/`);
      await heading(tab, 'ArrayBuffer and its views');
      await tab.until('isolation', 'crossOriginIsolated');
    },
  ],
  [
    'a program runs, prints, and shows its bytes',
    async (tab) => {
      await tab.click(`${BENCH} [data-action="run"]`);
      await tab.until('the end of the run', `${STATUS(BENCH)}?.startsWith('Finished')`);
      await tab.until(
        'what it printed',
        `[...document.querySelectorAll('${BENCH} .console-values')].some((row) => row.innerText.replace(/\\s+/g, ' ').includes('255 255 255'))`,
      );
    },
  ],
  [
    'stepping goes a step on, by button and by key',
    async (tab) => {
      const slider = `document.querySelector('${BENCH} [role=slider]')`;
      const step = () => tab.evaluate(`return Number(${slider}.getAttribute('aria-valuenow'))`);
      await tab.click(`${BENCH} [data-action="step"]`);
      const before = Number(await step());
      await tab.click(`${BENCH} [data-action="step"]`);
      await tab.until('a step', `Number(${slider}.getAttribute('aria-valuenow')) !== ${before}`);
      const next = Number(await step());
      await tab.evaluate(`${slider}.focus()`);
      // U+E014 is the right arrow key.
      await tab.ask('POST', '/actions', {
        actions: [
          {
            ...{ type: 'key', id: 'keyboard' },
            actions: [
              { type: 'keyDown', value: '\uE014' },
              { type: 'keyUp', value: '\uE014' },
            ],
          },
        ],
      });
      await tab.until(
        'a step by key',
        `Number(${slider}.getAttribute('aria-valuenow')) === ${next + 1}`,
      );
    },
  ],
  [
    'an exercise is judged, and a right answer solves it',
    async (tab, origin) => {
      await tab.click(`${EXERCISE} [data-action="check"]`);
      await tab.until('a verdict', `document.querySelector('${EXERCISE} .ct') !== null`);
      // As it was typed on an earlier visit: editors take text each in their own way.
      await tab.evaluate(
        "localStorage.setItem('bytescope:draft:views/exercises/window', JSON.stringify({ v: 1, current: { source: arguments[0], base: '', tab: 'earlier', savedAt: 1 }, others: [] }))",
        'const middle = (buffer) => new Uint32Array(buffer, 4, 2);',
      );
      await tab.open(`${origin}/lessons/views/`);
      await tab.click(`${EXERCISE} [data-action="check"]`);
      await tab.until(
        '“Solved”',
        `document.querySelector('${EXERCISE} .ex-head')?.textContent.includes('Solved')`,
      );
    },
  ],
  [
    'a film from the lab plays through MediaSource',
    async (tab, origin) => {
      await tab.open(`${origin}/lessons/mse/`);
      const rows = await runBench(tab, 'mse/by-fetch');
      if (!rows.includes('580306 bytes')) throw new Error(`it printed ${JSON.stringify(rows)}`);
    },
  ],
];

/** Programs whose results differ between engines, by lesson: what they print here is told, and docs/browsers.md has it. */
const DIFFERING = [
  ['mse', 'mse/types'],
  ['mse', 'mse/mismatch'],
  ['mse', 'mse/garbage'],
  ['mse', 'mse/mp4'],
  ['mse', 'mse/modes'],
] as const;

/** Runs a bench to its end, and gives what it printed. */
async function runBench(tab: Tab, id: string): Promise<string[]> {
  const bench = `[data-bench="${id}"]`;
  await tab.click(`${bench} [data-action="run"]`);
  await tab.until(
    'the end of the run',
    `!/^(Recorded|Recording|Running)/.test(${STATUS(bench)} ?? "Recorded")`,
  );
  const rows = await tab.evaluate(
    `return [...document.querySelectorAll('${bench} .console-values')].map((row) => row.innerText.replace(/\\s+/g, ' ').trim())`,
  );
  return rows as string[];
}

await main(() =>
  withSite((origin) =>
    withWebKit(async (tab, version) => {
      say(`WebKitGTK ${version}`);
      let failed = 0;
      for (const [name, go] of JOURNEYS) {
        const startedAt = Date.now();
        try {
          await go(tab, origin);
          say(`passed: ${name} (${seconds(startedAt)})`);
        } catch (error) {
          failed += 1;
          say(`FAILED: ${name} (${error instanceof Error ? error.message : String(error)})`);
        }
      }
      for (const [lesson, id] of DIFFERING) {
        try {
          await tab.open(`${origin}/lessons/${lesson}/`);
          say(`${id} prints: ${(await runBench(tab, id)).join(' | ')}`);
        } catch (error) {
          say(`${id}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      console.log(`${JOURNEYS.length - failed} passed, ${failed} failed`);
      if (failed > 0) process.exitCode = 1;
    }),
  ),
);
