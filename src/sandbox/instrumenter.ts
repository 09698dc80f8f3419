import type { Program } from './index';

/** The rewriter and its parser: a third of all a bench needs, and not needed to read or to step. */
type Instrumenter = typeof import('../core/instrument');

let loading: Promise<Instrumenter> | null = null;
let isRehearsed = false;

/** A bit of most of what the language has. An engine compiles a function when it is first called. */
const SAMPLE = `const bytes = new Uint8Array(new ArrayBuffer(8));
const view = new DataView(bytes.buffer, 1);
function sum(list, { from = 0, ...rest } = {}) {
  let total = 0;
  for (let i = from; i < list.length; i++) { list[i] = 255 - list[i]; total += list[i]; }
  for (const x of list) { total ^= x; if (total > 99) break; }
  return total;
}
class Reader { #at = 0; next() { return view.getUint8(this.#at++); } }
const [first, second] = bytes;
bytes[0]++; bytes[1] += first ?? second;
const later = async (x) => { try { await x; } catch (error) { throw error; } return \`\${x?.y}\`; };
console.log(sum(bytes), new Reader().next(), later, [...bytes].map((x) => x.toString(16)));
`;

function loadInstrumenter(): Promise<Instrumenter> {
  loading ??= import('../core/instrument').catch((error: unknown) => {
    // The next run asks again.
    loading = null;
    throw error;
  });
  return loading;
}

/** What of a program decides how it is rewritten. */
interface Rewritable extends Pick<Program, 'source' | 'goal' | 'fileName' | 'record'> {
  /** Names that the realm may read once the program has run. */
  readonly expose?: readonly string[];
}
type Rewritten = ReturnType<Instrumenter['instrument']>;

/** Programs that were rewritten last, newest at the end: most runs are of a text that has run before. */
const rewritten = new Map<string, Rewritten>();
/** How long the texts of these may be together, in UTF-16 units: a lesson's programs, many times over. */
const MAX_KEPT = 500_000;
let kept = 0;

/** Rewrites a program, or remembers how it was. */
export async function rewrite(program: Rewritable): Promise<Rewritten> {
  const { instrument } = await loadInstrumenter();
  const { source, goal, fileName, record, expose = [] } = program;
  const key = JSON.stringify([source, goal, fileName, record, expose]);
  const known = rewritten.get(key);
  const result = known ?? instrument(source, { goal, fileName, record, expose });
  // A mistake is quickly found again.
  if (result.kind === 'syntax') return result;
  if (known === undefined) kept += key.length;
  rewritten.delete(key);
  rewritten.set(key, result);
  for (const oldest of rewritten.keys()) {
    if (kept <= MAX_KEPT) break;
    rewritten.delete(oldest);
    kept -= oldest.length;
  }
  return result;
}

/** Loads it and rewrites a sample, so that the first run does not pay for a parser that has never parsed. */
export async function rehearseInstrumenter(): Promise<void> {
  const { instrument } = await loadInstrumenter();
  if (isRehearsed) return;
  isRehearsed = true;
  instrument(SAMPLE, { goal: 'module', fileName: 'sample.js', record: 'full' });
}
