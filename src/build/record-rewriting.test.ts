import { expect, test, vi } from 'vitest';
import { recordRun, type RecordedRun } from './record';

vi.setConfig({ testTimeout: 60_000 });

/** With so few accesses to record, hot loops go on in their unrecorded twin. */
const record = (source: string, maxSteps = 4): Promise<RecordedRun> =>
  recordRun({ source, fileName: 'test.js', goal: 'module', guardMs: 20_000, maxSteps });

const thrown = ({ outcome }: RecordedRun): unknown =>
  outcome.kind === 'threw'
    ? [outcome.error.message, outcome.error.line, outcome.error.column]
    : outcome;

test.concurrent(
  'an error in a loop’s unrecorded twin stands where the learner wrote it',
  async () => {
    const run = await record(`const a = new Uint8Array(9);
for (let i = 0; i < 9; i++) {
  a[i] = i;
  if (i === 7)
    missing(a[i]);
}`);
    expect(thrown(run)).toEqual(['missing is not defined', 5, 5]);
  },
);

test.concurrent('so does one in the head of a loop whose guard stands outside', async () => {
  const run = await record(`let n = 0;
for (
  let i = 0;
  i < (n < 40 ? 99 : n.a.b);
  i++
) n++;`);
  expect(thrown(run)).toEqual(["Cannot read properties of undefined (reading 'b')", 4, 26]);
});

test.concurrent('a line in the console is the learner’s too', async () => {
  const run = await record(`const a = new Uint8Array(9);
let n = 0;
while (n < 9) {
  a[n] = n++;
  if (n === 8)
    console.log(new Error('here'));
  a[0]++;
}`);
  expect(run.console.map(({ values }) => values)).toMatchObject([
    [{ kind: 'error', message: 'here', line: 6 }],
  ]);
});

test.concurrent('functions and classes know the text that the learner wrote', async () => {
  const source = `const a = new Uint8Array(9);
function fill(list, value) {
  for (let i = 0; i < list.length; i++) list[i] = value; // all
}
class Bytes extends Uint8Array {
  static of2(x) { return [x[0], fill(x)] }
  get first() { return this[0] }
}
const get = Object.getOwnPropertyDescriptor(Bytes.prototype, 'first').get;
console.log(String(fill), \`\${Bytes}\`, Bytes.of2 + '', get.toString(), (i => a[i]).toString());
console.log(Function.prototype.toString.call(fill) === String(fill), String(a.fill), String(fill.bind(a)));
console.log(fill, Bytes, Uint8Array);
console.log(eval('(' + fill + ')').name, String(new Function('a', 'return a[0]')));`;
  const { console: entries } = await record(source);
  const written = (from: string, to: string): unknown => ({
    kind: 'string',
    text: source.slice(source.indexOf(from), source.indexOf(to) + to.length),
  });
  expect(entries.map(({ values }) => values)).toMatchObject([
    [
      written('function fill', 'all\n}'),
      written('class Bytes', 'this[0] }\n}'),
      written('of2', 'fill(x)] }'),
      written('get first', 'this[0] }'),
      written('i => a[i]', 'i => a[i]'),
    ],
    [
      { kind: 'primitive', text: 'true' },
      { kind: 'string', text: 'function fill() { [native code] }' },
      { kind: 'string', text: 'function () { [native code] }' },
    ],
    [
      { kind: 'function', name: 'fill', isClass: false },
      { kind: 'function', name: 'Bytes', isClass: true },
      { kind: 'function', name: 'Uint8Array', isClass: false },
    ],
    [
      { kind: 'string', text: 'fill' },
      { kind: 'string', text: 'function anonymous(a\n) {\nreturn a[0]\n}' },
    ],
  ]);
});

test.concurrent('messages of the engine quote nothing that was inserted', async () => {
  const run = await record(`const list = [1], o = {};
try { list[0].f() } catch (error) { console.log(error) }
try { o.reverse() } catch (error) { console.log({ error }) }
list[0]();`);
  expect(run.console.map(({ values }) => values)).toMatchObject([
    [{ kind: 'error', message: 'list[…].f is not a function' }],
    [{ entries: [{ value: { kind: 'error', message: 'o.reverse is not a function' } }] }],
  ]);
  expect(thrown(run)).toEqual(['list[…] is not a function', 4, 8]);
});
