// Runs the program of a downloaded file: inside its Worker, or inside its iframe. Says what the program prints and how
// it ends, and hears its controls. Plain JavaScript, since it is written into the file as it is (html-file.ts).
(() => {
  const isWorker = typeof document === 'undefined';
  const post = isWorker
    ? self.postMessage.bind(self)
    : (message) => parent.postMessage(message, '*');
  const limits = { depth: 3, items: 100, entries: 12, text: 10_000, lines: 2000 };
  let lines = 0;
  // In the language of the file; they come with the program.
  let words;

  const isTyped = (value) => ArrayBuffer.isView(value) && !(value instanceof DataView);

  function list(values, length, show, brackets) {
    const shown = Array.from({ length: Math.min(length, limits.items) }, (_, i) => show(values[i]));
    if (length > limits.items) shown.push(words.moreItems.replace('#', length - limits.items));
    const gap = brackets[0] === '{' && shown.length > 0 ? ' ' : '';
    return brackets.join(gap + shown.join(', ') + gap);
  }

  function describe(value, depth, seen) {
    if (typeof value === 'string') return depth === 0 ? value : `'${value}'`;
    if (typeof value === 'bigint') return `${value}n`;
    if (Object.is(value, -0)) return '-0';
    if (typeof value === 'function') return `[function ${value.name || '(anonymous)'}]`;
    if (typeof value !== 'object' || value === null) return String(value);
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    if (seen.includes(value)) return '[circular]';
    const inner = (each) => describe(each, depth + 1, [...seen, value]);
    const name = value.constructor?.name ?? 'Object';
    if (isTyped(value))
      return `${name}(${value.length}) ${list(value, value.length, inner, ['[', ']'])}`;
    if (value instanceof ArrayBuffer) {
      const hex = (byte) => byte.toString(16).padStart(2, '0');
      return `${name}(${value.byteLength}) ${list(new Uint8Array(value), value.byteLength, hex, ['<', '>'])}`;
    }
    if (value instanceof DataView)
      return `DataView(${value.byteLength}), ${words.fromByte.replace('#', value.byteOffset)}`;
    if (typeof Blob === 'function' && value instanceof Blob)
      return `${name}(${value.size}) ${JSON.stringify(value.name ?? value.type)}`;
    if (value instanceof Date)
      return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
    if (value instanceof RegExp) return String(value);
    if (depth >= limits.depth) return Array.isArray(value) ? '[…]' : `${name} {…}`;
    if (Array.isArray(value)) return list(value, value.length, inner, ['[', ']']);
    if (value instanceof Set)
      return `Set(${value.size}) ${list([...value], value.size, inner, ['{', '}'])}`;
    if (value instanceof Map) {
      const pair = ([key, each]) => `${inner(key)} => ${inner(each)}`;
      return `Map(${value.size}) ${list([...value], value.size, pair, ['{', '}'])}`;
    }
    const keys = Object.keys(value);
    const entry = (key) => {
      try {
        return `${key}: ${inner(value[key])}`;
      } catch {
        return `${key}: …`;
      }
    };
    const text = list(keys, Math.min(keys.length, limits.entries), entry, ['{', '}']);
    return name === 'Object' ? text : `${name} ${text}`;
  }

  function print(kind, values) {
    lines += 1;
    if (lines > limits.lines) return;
    let text;
    try {
      text = values.map((value) => describe(value, 0, [])).join(' ');
    } catch (error) {
      text = String(error);
    }
    post({ kind, text: text.slice(0, limits.text) });
  }

  const kinds = {
    log: 'log',
    info: 'log',
    debug: 'log',
    table: 'log',
    dir: 'log',
    warn: 'warn',
    error: 'error',
  };
  for (const [name, kind] of Object.entries(kinds))
    console[name] = (...values) => print(kind, values);
  console.clear = () => post({ kind: 'clear' });
  console.assert = (holds, ...values) => {
    if (!holds) print('error', ['Assertion failed', ...values]);
  };

  // Lines are the program's own: it is a file of its own, without a line before it.
  function failed(error, line) {
    const found =
      /(?:blob:[^)\s]*?):(\d+):\d+/.exec(error?.stack ?? '')?.[1] ?? (line || undefined);
    post({
      kind: 'threw',
      text: describe(error, 0, []),
      line: found === undefined ? null : Number(found),
    });
  }
  self.addEventListener('error', (event) => {
    event.preventDefault();
    failed(event.error ?? event.message, event.lineno);
  });
  self.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    failed(event.reason);
  });

  const values = Object.create(null);
  const listeners = [];
  function giveControls(given) {
    const controls = {};
    for (const name of Object.keys(given)) {
      values[name] = given[name];
      Object.defineProperty(controls, name, { enumerable: true, get: () => values[name] });
    }
    controls.on = (name, callback) => {
      const listener = { name, callback };
      listeners.push(listener);
      return () => listeners.splice(listeners.indexOf(listener), 1);
    };
    self.controls = controls;
  }
  function setControl({ name, value }) {
    values[name] = value;
    for (const listener of [...listeners])
      if (listener.name === name)
        try {
          listener.callback(value);
        } catch (error) {
          failed(error);
        }
  }

  function load(url, goal) {
    if (goal === 'module') return import(url);
    if (isWorker) return importScripts(url);
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = url;
      script.onload = resolve;
      script.onerror = () => reject(new Error(words.notLoaded));
      document.body.append(script);
    });
  }

  async function run({ source, goal, html, controls, noLab, text }) {
    words = text;
    if (!isWorker && html !== null) document.body.innerHTML = html;
    giveControls(controls);
    if (noLab !== null) {
      const refuse = () => {
        throw new Error(noLab);
      };
      self.io = refuse;
      self.tus = new Proxy({}, { get: refuse });
    }
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    try {
      await load(url, goal);
    } catch (error) {
      failed(error);
    }
    post({ kind: 'done', omitted: Math.max(0, lines - limits.lines) });
  }

  // The policy's word for it is not known to every browser.
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel'])
    delete self[name];
  self.addEventListener('message', ({ data }) => {
    if (data?.kind === 'run') void run(data);
    else if (data?.kind === 'control') setControl(data);
  });
  post({ kind: 'ready' });
})();
