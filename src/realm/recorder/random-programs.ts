/**
 * Seeded random programs over typed arrays, DataViews and natives, for tests: all shapes of access mixed, with some that
 * no hook sees. Each statement is followed by `snap()`.
 */

/** A small random generator that gives the same numbers every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const NUMBER_KINDS = [
  ['Uint8Array', 1],
  ['Uint8ClampedArray', 1],
  ['Int8Array', 1],
  ['Uint16Array', 2],
  ['Int16Array', 2],
  ['Uint32Array', 4],
  ['Int32Array', 4],
  ['Float32Array', 4],
  ['Float64Array', 8],
] as const;
const SETTERS = [
  'setUint8',
  'setInt8',
  'setUint16',
  'setInt16',
  'setUint32',
  'setInt32',
  'setFloat32',
  'setFloat64',
] as const;

export function randomProgram(seed: number, statements = 12): string {
  const random = seeded(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const lines: string[] = [];
  const arrays: string[] = [];
  const views: string[] = [];
  const buffers = 1 + below(2);
  const resizable = random() < 0.3;
  for (let i = 0; i < buffers; i++) {
    const length = 8 * (1 + below(5));
    const options = resizable && i === 0 ? `, { maxByteLength: ${length + 16} }` : '';
    lines.push(`let b${i} = new ArrayBuffer(${length}${options});`);
    for (let n = 0; n <= below(3); n++) {
      const [kind, size] = pick(NUMBER_KINDS);
      const name = `a${arrays.length}`;
      const offset = size * below(2);
      lines.push(`const ${name} = new ${kind}(b${i}${offset > 0 ? `, ${offset}` : ''});`);
      arrays.push(name);
    }
    lines.push(`const v${i} = new DataView(b${i});`);
    views.push(`v${i}`);
  }
  const big = 'big';
  lines.push(`const ${big} = new BigInt64Array([1n, -2n, 3n]);`);
  const index = (): string => pick(['0', '1', '2', '3', `${below(9)}`, '-1', '"1"', '1.5', 'i']);
  const value = (): string =>
    pick([
      `${below(300) - 20}`,
      (random() * 1000 - 500).toFixed(3),
      'NaN',
      '-0',
      '"12"',
      'undefined',
      'null',
      `${pick(arrays)}[${index()}]`,
      `(${pick(arrays)}[0] = ${below(256)})`,
      'i',
      `f(${below(9)})`,
      '70000.5',
      'Infinity',
    ]);
  const statement = (): string => {
    const a = pick(arrays);
    const b = pick(arrays);
    const v = pick(views);
    switch (below(26)) {
      case 0:
        return `${a}[${index()}] = ${value()};`;
      case 1:
        return `${a}[${index()}] ${pick(['+=', '-=', '*=', '|=', '^=', '<<=', '>>>=', '**='])} ${value()};`;
      case 2:
        return `${a}[${index()}]${pick(['++', '--'])};`;
      case 3:
        return `${pick(['++', '--'])}${a}[${index()}];`;
      case 4:
        return `${a}[${index()}] ${pick(['??=', '||=', '&&='])} ${value()};`;
      case 5:
        return `[${a}[0], ${b}[1]] = [${value()}, ${value()}];`;
      case 6:
        return `({ p: ${a}[${index()}], q: ${b}[2] = ${value()} } = { p: ${value()} });`;
      case 7:
        return `for (let j = 0; j < ${below(12)}; j++) ${a}[j] = ${b}[j] + j;`;
      case 8:
        return `for (const x of ${a}) i = x & 3;`;
      case 9:
        return `${a}.fill(${below(300)}, ${below(4) - 1}, ${below(8) - 2});`;
      case 10:
        return `${a}.copyWithin(${below(4)}, ${below(4) - 2});`;
      case 11:
        return `${a}.${pick(['sort', 'reverse'])}();`;
      case 12:
        return `try { ${a}.set(${pick([`[${below(256)}, 2.5]`, b, `${b}.slice(0, 2)`])}, ${below(3)}); } catch {}`;
      case 13:
        return `try { ${v}.${pick(SETTERS)}(${below(12)}, ${value()}, ${pick(['true', 'false'])}); } catch {}`;
      case 14:
        return `try { i = ${v}.${pick(SETTERS).replace('set', 'get')}(${below(9)}) & 7; } catch {}`;
      case 15:
        return `Reflect.set(${a}, ${below(4)}, ${below(256)});`;
      case 16:
        return `Array.prototype.fill.call(${a}, ${below(200)}, 0, 2);`;
      case 17:
        return `Object.assign(${a}, [${below(256)}, ${below(256)}]);`;
      case 18:
        return `${big}[${below(4)}] = ${below(1000)}n - 500n; ${big}[0]++; ${big}[1] += 2n ** 63n;`;
      case 19:
        return `{ const [x, y] = ${a}; i = (x ^ y) & 3; }`;
      case 20:
        return `{ const s = ${a}.subarray(1); s[0] = ${value()}; }`;
      case 21:
        return `i = Math.max(0, ...${a}) & 3;`;
      case 22:
        return `${a}[f(1)] = ${a}[f(0)]++ + f(2);`;
      case 23:
        return resizable ? `b0.resize(${8 * below(6)} % 24);` : `i = ${a}?.[1] & 3;`;
      case 24:
        return `${a}.forEach((x, n) => { if (n < 2) ${b}[n] = x + 1; });`;
      default:
        return `if (${a}[0] > ${b}[1]) { ${a}[1] = ${value()}; } else while (i < 3) ${a}[i++] += 1;`;
    }
  };
  lines.push('let i = 1;', `function f(n) { ${arrays[0] ?? big}[n] = ${below(99)}; return n; }`);
  for (let n = 0; n < statements; n++) lines.push(`try { ${statement()} } catch {}`, 'snap();');
  if (random() < 0.1) lines.push('const moved = b0.transfer();', 'snap();');
  return lines.join('\n');
}
