import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { BLANK_PROGRAM, type SharedProgram } from '../../../core/share/shared';
import { playgroundText } from '../../../i18n/playground';
import '../../../i18n/ko';
import { htmlFile } from './html-file';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const host = read('./host.js');
const guest = read('./guest.js');
const workerFrame = read('./worker-frame.js');

const PROGRAM: SharedProgram = {
  ...BLANK_PROGRAM,
  fileName: 'first.js',
  source: 'console.log(1);',
};

const file = (
  program: Partial<SharedProgram> = {},
  name = 'first.js',
  locale: 'en' | 'ko' = 'en',
) =>
  htmlFile({
    name,
    program: { ...PROGRAM, ...program },
    files: [{ control: 'file', name: 'a.bin', type: '', bytes: Uint8Array.of(0, 255) }],
    locale,
    text: (playgroundText[locale] ?? playgroundText.en).file,
    host,
    guest,
    workerFrame,
  });

const dataOf = (html: string): unknown =>
  JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)?.[1] ?? '');
const policyOf = (html: string) =>
  /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';

test('the file has the program, its files, and one script that may run: the one that is in it', () => {
  const html = file();
  expect(dataOf(html)).toMatchObject({
    program: { source: 'console.log(1);', realm: 'worker' },
    files: [{ control: 'file', name: 'a.bin', base64: 'AP8=' }],
  });
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);
  expect(scripts).toHaveLength(1);
  const hash = createHash('sha256')
    .update(scripts[0] ?? '')
    .digest('base64');
  expect(policyOf(html)).toContain(`'sha256-${hash}'`);
});

test('what runs a program may run by its hash alone', () => {
  for (const script of [guest, workerFrame]) {
    const hash = createHash('sha256').update(script).digest('base64');
    expect(policyOf(file())).toContain(`'sha256-${hash}'`);
  }
});

test('its policy knows no address of any network', () => {
  const policy = policyOf(file());
  expect(policy).toMatch(/^default-src 'none'/);
  expect(policy).not.toMatch(/https?:|wss?:|\*|'self'/);
  for (const directive of ['frame-src', 'object-src', 'form-action', 'base-uri'])
    expect(policy).toContain(`${directive} 'none'`);
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toContain("'unsafe-inline'");
});

test.each([
  ['</script><script>alert(1)</script>'],
  ['<!-- <script> -->'],
  ['const s = "</SCRIPT >";'],
  ['const l = "\u2028\u2029";'],
])('a program that reads %j ends nothing and begins nothing', (source) => {
  const html = file({ source, html: source }, source);
  expect(dataOf(html)).toMatchObject({ program: { source, html: source } });
  // As many as a file has of itself: one is a text in its script.
  for (const tag of [/<script\b/gi, /<\/script/gi])
    expect(html.match(tag)).toEqual(file().match(tag));
  expect(html).not.toContain('<!--');
});

test('controls have the words of its language, and no others', () => {
  const program = {
    controls: [
      {
        kind: 'select' as const,
        name: 'mode',
        label: { en: 'Mode', ko: '방식' },
        options: [{ value: 'a', label: { en: 'First', ko: '첫째' } }, { value: 'b' }],
        value: 'a',
      },
    ],
  };
  expect(dataOf(file(program, 'x', 'ko'))).toMatchObject({
    program: { controls: [{ label: '방식', options: [{ label: '첫째' }, { label: 'b' }] }] },
  });
  expect(file(program, 'x', 'ko')).toContain('<html lang="ko">');
});

/** Runs a classic program in the guest of a file of this language, as its Worker does. */
async function printed(source: string, locale: 'en' | 'ko'): Promise<readonly unknown[]> {
  const said: { readonly kind: string; readonly text?: string }[] = [];
  const heard: ((event: { readonly data: unknown }) => void)[] = [];
  const self = {
    postMessage: (message: (typeof said)[number]) => said.push(message),
    addEventListener: (type: string, listener: (typeof heard)[number]) => {
      if (type === 'message') heard.push(listener);
    },
  };
  const context = createContext({ self, console: {}, Blob, URL: { createObjectURL: () => '' } });
  Object.assign(context, { importScripts: () => void runInContext(source, context) });
  runInContext(guest, context);
  const { text } = dataOf(file({}, 'x', locale)) as { readonly text: { readonly program: object } };
  const order = { source, goal: 'script', html: null, controls: {}, noLab: null };
  for (const listener of heard) listener({ data: { kind: 'run', ...order, text: text.program } });
  await expect.poll(() => said.at(-1)?.kind).toBe('done');
  return said.flatMap(({ kind, text: line }) => (kind === 'log' ? [line] : []));
}

test.each([
  ['en', '… 5 more', 'DataView(6), from byte 2'],
  ['ko', '… 5개 더', 'DataView(6), 바이트 2부터'],
] as const)(
  'what a program prints in a file in %s has the words of it',
  async (locale, more, view) => {
    const source =
      'console.log(new Array(105).fill(0)); console.log(new DataView(new ArrayBuffer(8), 2));';
    const lines = await printed(source, locale);
    expect(lines).toEqual([expect.stringContaining(more), view]);
  },
);

test('a program that talks to the lab is told that there is none', () => {
  const { noLab } = playgroundText.en.file;
  expect(file({ lab: 'server' })).toContain(`<strong>${noLab}</strong>`);
  expect(file()).not.toContain('<strong>');
});
