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

export function loadInstrumenter(): Promise<Instrumenter> {
  loading ??= import('../core/instrument').catch((error: unknown) => {
    // The next run asks again.
    loading = null;
    throw error;
  });
  return loading;
}

/** Loads it and rewrites a sample, so that the first run does not pay for a parser that has never parsed. */
export async function rehearseInstrumenter(): Promise<void> {
  const { instrument } = await loadInstrumenter();
  if (isRehearsed) return;
  isRehearsed = true;
  instrument(SAMPLE, { goal: 'module', fileName: 'sample.js', record: 'full' });
}
