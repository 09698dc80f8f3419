// The page of a downloaded file: starts the program in an iframe, or in a Worker of one, prints what it says, and draws its controls.
// Plain JavaScript, since it is written into the file as it is (html-file.ts); its policy allows this text and no other.
(() => {
  const { program, files, text, guest, workerFrame } = JSON.parse(
    document.getElementById('data').textContent,
  );
  const byId = (id) => document.getElementById(id);
  const status = byId('status');
  const rows = byId('console');
  const values = {};
  let end = () => undefined;
  let send = () => undefined;

  const bytesOf = (base64) => Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
  for (const control of program.controls)
    values[control.name] = control.kind === 'button' ? 0 : (control.value ?? null);
  for (const { control, name, type, base64 } of files)
    values[control] = new File([bytesOf(base64)], name, { type });

  function print(kind, line) {
    byId('nothing').hidden = true;
    const row = document.createElement('li');
    row.className = kind;
    row.textContent = line;
    rows.append(row);
  }

  function hear(message, start) {
    if (message.kind === 'ready') start();
    else if (message.kind === 'clear') rows.replaceChildren();
    else if (message.kind === 'threw') {
      print(
        'error',
        message.line === null
          ? message.text
          : `${message.text} (${text.line.replace('#', message.line)})`,
      );
    } else if (message.kind === 'done') {
      if (message.omitted > 0) print('mut', `… ${message.omitted}`);
      status.textContent = text.done;
    } else if (message.kind === 'log' || message.kind === 'warn' || message.kind === 'error') {
      print(message.kind, message.text);
    }
  }

  const order = () => ({
    kind: 'run',
    source: program.source,
    goal: program.goal,
    html: program.html,
    controls: { ...values },
    noLab: program.lab === null ? null : text.noLab,
    text: text.program,
  });

  const styled =
    '<style>:root{color-scheme:light dark}body{margin:12px;font:14px/1.5 system-ui,sans-serif}canvas,video,img{max-width:100%;height:auto}</style>';
  const content =
    program.realm === 'page'
      ? `${styled}<body><script>${guest}<\/script></body>`
      : `<script type="text/plain" id="guest">${guest}<\/script><script>${workerFrame}<\/script>`;

  // In an iframe without an origin: none of this page's elements are in it, and nothing that whoever hosts this file keeps
  // in the browser. Its Worker has no origin either.
  function start() {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.title = text.output;
    frame.hidden = program.realm !== 'page';
    frame.srcdoc = `<!doctype html><meta charset="utf-8">${content}`;
    const onMessage = ({ source, data }) => {
      if (source === frame.contentWindow) hear(data, () => send(order()));
    };
    addEventListener('message', onMessage);
    send = (message) => frame.contentWindow?.postMessage(message, '*');
    end = () => {
      removeEventListener('message', onMessage);
      frame.remove();
    };
    byId('output').replaceChildren(frame);
  }

  function run() {
    end();
    rows.replaceChildren();
    byId('nothing').hidden = false;
    status.textContent = text.running;
    start();
  }

  function set(name, value) {
    values[name] = value;
    send({ kind: 'control', name, value });
  }

  function fieldOf(control) {
    const { kind, name, label } = control;
    const tell = (value) => set(name, value);
    if (kind === 'button') {
      const button = document.createElement('button');
      button.textContent = label;
      button.onclick = () => tell(values[name] + 1);
      return button;
    }
    const field = document.createElement(kind === 'select' ? 'select' : 'input');
    if (kind === 'range') {
      const { min, max, step = 1, value } = control;
      Object.assign(field, { type: 'range', min, max, step, value });
      field.oninput = () => tell(field.valueAsNumber);
    } else if (kind === 'toggle') {
      Object.assign(field, { type: 'checkbox', checked: control.value });
      field.onchange = () => tell(field.checked);
    } else if (kind === 'select') {
      for (const option of control.options) field.add(new Option(option.label, option.value));
      field.value = control.value;
      field.onchange = () => tell(field.value);
    } else {
      Object.assign(field, { type: 'file', accept: control.accept ?? '' });
      field.onchange = () => tell(field.files[0] ?? null);
    }
    const wrap = document.createElement('label');
    wrap.append(`${label} `, field);
    return wrap;
  }

  byId('controls').append(...program.controls.map(fieldOf));
  byId('run').onclick = run;
  run();
})();
