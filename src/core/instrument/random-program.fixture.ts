/**
 * Random programs about elements of `a`, `b` and `c`, for comparing what is recorded with what is done. They end by
 * themselves, and may throw in the middle of anything.
 */

/** A small generator of numbers, the same for the same seed. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

export function randomProgram(seed: number): string {
  return new Writer(randomOf(seed * 2_654_435_761)).program();
}

class Writer {
  readonly #random: (below: number) => number;
  #names = 0;
  #loops = 0;
  /** Whole-number variables that are in scope, the innermost last. */
  #variables = ['x', 'y'];
  #labels: string[] = [];

  constructor(random: (below: number) => number) {
    this.#random = random;
  }

  program(): string {
    const declared = this.#pick(['const', 'let']);
    return [
      `${declared} a = make(8), c = make(8); let b = make(8);`,
      'let x = 1, y = 2, left = 400; const o = { p: a, n: null }, rows = [a, c];',
      'const mix = (v, w) => (v ^ w) & 31;',
      'const may = (v) => { if (--left < 0 || v === 5) throw new Error("may"); return v };',
      'const spend = () => { if (--left < 0) throw new Error("spent") };',
      'try {',
      this.#statements(3 + this.#random(4), 3),
      '} catch (e) { log(e.message) }',
      'log(x, y)',
    ].join('\n');
  }

  #pick<T>(choices: readonly T[]): T {
    return choices[this.#random(choices.length)] as T;
  }

  #statements(count: number, depth: number): string {
    const kept = this.#variables.length;
    const text = Array.from({ length: count }, () => this.#statement(depth)).join(';\n');
    this.#variables.length = kept;
    return text;
  }

  #statement(depth: number): string {
    const e = (): string => this.#expression(2);
    if (depth <= 0 || this.#random(3) > 0) {
      switch (this.#random(12)) {
        case 0:
          return `if (${e()}) ${this.#store()}; else ${this.#store()}`;
        case 1: {
          const name = `v${++this.#names}`;
          const text = `${this.#pick(['const', 'let'])} ${name} = ${e()} | 0`;
          this.#variables.push(name);
          return text;
        }
        case 2:
          return `[${this.#element()}, ${this.#element()}] = [${e()}, ${e()}]`;
        case 3:
          return `b = ${this.#pick(['a', 'b', 'c', 'rows[x & 1]'])}`;
        case 4:
          return this.#labels.length === 0
            ? `x = ${e()}`
            : `if (${e()} > 3) ${this.#pick(['break', 'continue'])}${this.#pick(['', ` ${this.#pick(this.#labels)}`])}`;
        case 5:
          return `${this.#pick(['x', 'y'])} ${this.#pick(['=', '+=', '^=', '-=', '||=', '&&='])} ${e()}`;
        case 6:
          return `{ const [p, , q] = ${this.#array()}, { 1: r } = ${this.#array()}; x = p + q + r }`;
        default:
          return this.#store();
      }
    }
    switch (this.#random(9)) {
      case 0:
        return `if (${e()}) {\n${this.#statements(2, depth - 1)}\n} else {\n${this.#statements(1, depth - 1)}\n}`;
      case 1:
        return `try {\n${this.#statements(2, depth - 1)}\n} catch { x++ } finally {\n${this.#statements(1, depth - 1)}\n}`;
      case 2:
        return this.#outsideLoops(
          () =>
            `switch (${e()} & 3) { case 0: ${this.#store()}\ncase ${this.#element()}: { ${this.#statements(1, depth - 1)} }\n default: ${this.#store()} }`,
        );
      case 3:
        return this.#loop((name) => `for (const ${name} of ${this.#array()})`, depth);
      case 4:
        return this.#loop(
          (name) => `for (var ${name} = 0; ${name} < ${3 + this.#random(9)}; ${name}++)`,
          depth,
        );
      case 5: {
        const text = this.#loop(() => `while (${e()} < 6)`, depth);
        return text;
      }
      case 6:
        return this.#loop(() => 'do', depth, ` while (${e()} < 4)`);
      default:
        return this.#loop(
          (name) =>
            `for (let ${name} = ${this.#pick(['0', 'y & 3', '2'])}; ${name} < ${this.#pick(['8', 'a.length', e()])}; ${this.#pick([`${name}++`, `${name} += 2`, `${this.#store()}, ${name}++`])})`,
          depth,
        );
    }
  }

  #outsideLoops(write: () => string): string {
    const labels = this.#labels;
    this.#labels = [];
    const text = write();
    this.#labels = labels;
    return text;
  }

  #loop(head: (name: string) => string, depth: number, tail = ''): string {
    const name = `i${++this.#names}`;
    const label = `l${++this.#loops}`;
    const text = head(name);
    const declares = text.includes(`${name} `);
    if (declares) this.#variables.push(name);
    this.#labels.push(label);
    const body = this.#statements(1 + this.#random(3), depth - 1);
    this.#labels.pop();
    if (declares) this.#variables.pop();
    return `${label}: ${text} {\nspend()\n${body}\n}${tail}`;
  }

  #array(): string {
    return this.#pick(['a', 'a', 'b', 'c', 'c', 'rows[y & 1]', 'o.p']);
  }

  #key(depth: number): string {
    const variable = this.#pick(this.#variables);
    switch (this.#random(8)) {
      case 0:
      case 1:
        return `${this.#random(8)}`;
      case 2:
        return variable;
      case 3:
        return `${variable} ${this.#pick(['& 7', '+ 1', '* 2 - 1', '/ 2'])}`;
      case 4:
        return this.#expression(depth - 1);
      case 5:
        return `(${this.#expression(depth - 1)}) & 7`;
      default:
        return `${variable} & 7`;
    }
  }

  #element(depth = 1): string {
    return `${this.#array()}[${this.#key(depth)}]`;
  }

  #store(depth = 2): string {
    const element = this.#element(depth - 1);
    const value = this.#expression(depth);
    switch (this.#random(6)) {
      case 0:
        return `${element} ${this.#pick(['+=', '-=', '^=', '|='])} ${value}`;
      case 1:
        return `${element}${this.#pick(['++', '--'])}`;
      case 2:
        return `++${element}`;
      case 3:
        return `${element} ${this.#pick(['||=', '&&=', '??='])} ${value}`;
      default:
        return `${element} = ${value}`;
    }
  }

  #expression(depth: number): string {
    const variable = this.#pick(this.#variables);
    if (depth <= 0) return this.#pick([variable, `${this.#random(9)}`, `a[${variable} & 7]`]);
    const e = (): string => this.#expression(depth - 1);
    switch (this.#random(14)) {
      case 0:
        return `(${e()} ? ${e()} : ${e()})`;
      case 1:
        return `(${e()} && ${e()})`;
      case 2:
        return `mix(${e()}, ${e()})`;
      case 3:
        return `may(${e()})`;
      case 4:
        return `(${this.#store(depth - 1)})`;
      case 5:
        return `${this.#pick(['o?.p[', 'o.n?.q[', 'o.n?.[', 'o.p?.['])}${this.#key(depth)}]`;
      case 6:
        return 'x++';
      case 7:
        return `Math.max(...${this.#array()})`;
      case 8:
        return `(${e()} + ${e()} | 0)`;
      case 9:
        return `(${e()} ^ ${e()})`;
      default:
        return this.#element(depth);
    }
  }
}
