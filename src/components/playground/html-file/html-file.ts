/**
 * A program as one HTML file that runs by itself: nothing in it asks a server for anything, and its policy lets nothing do
 * so. The program is data in it; host.js, which may run because the policy has its hash, hands it to guest.js in an iframe,
 * or in a Worker that worker-frame.js starts in one. The iframe has no origin, so the program cannot reach what whoever hosts
 * the file keeps in the browser. Pure: what the file says is tested without a browser.
 */
import { toBase64 } from '../../../core/bytes/base64';
import { sha256 } from '../../../core/bytes/sha-256';
import { labelOf, type Control } from '../../../core/controls/control';
import type { SharedFile, SharedProgram } from '../../../core/share/shared';
import type { Locale } from '../../../i18n/locale';
import type { FileText } from '../../../i18n/playground';
import { escapeHtml } from '../escape-html';

export interface HtmlFile {
  readonly name: string;
  readonly program: SharedProgram;
  readonly files: readonly SharedFile[];
  readonly locale: Locale;
  readonly text: FileText;
  /** The texts of host.js, guest.js and worker-frame.js. */
  readonly host: string;
  readonly guest: string;
  readonly workerFrame: string;
}

export function htmlFile(file: HtmlFile): string {
  const { name, program, files, locale, text, host, guest, workerFrame } = file;
  const scripts = [host, guest, workerFrame];
  for (const script of scripts)
    if (/<\/script|<!--/i.test(script))
      throw new Error('A script of the file holds "</script" or "<!--", which would end it.');
  const { source, realm, goal, html, lab } = program;
  const controls = program.controls.map((control) => labelled(control, locale));
  const data = {
    program: { source, realm, goal, html, lab, controls },
    files: files.map(({ bytes, ...rest }) => ({ ...rest, base64: toBase64(bytes) })),
    text: {
      running: text.running,
      done: text.done,
      output: text.output,
      noLab: text.noLab,
      line: text.line,
      program: text.program,
    },
    guest,
    workerFrame,
  };
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(scripts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(name)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(name)}</h1>
<p>${escapeHtml(text.made)} ${escapeHtml(text.safe)}</p>
${lab === null ? '' : `<p><strong>${escapeHtml(text.noLab)}</strong></p>\n`}<noscript><p>${escapeHtml(text.needsScript)}</p></noscript>
<p class="bar"><button id="run" type="button">${escapeHtml(text.runAgain)}</button> <span id="status" role="status"></span></p>
<div id="controls" role="group" aria-label="${escapeHtml(text.controls)}"${controls.length === 0 ? ' hidden' : ''}></div>
${realm === 'page' ? `<h2>${escapeHtml(text.output)}</h2>\n` : ''}<div id="output"></div>
<h2>${escapeHtml(text.console)}</h2>
<p id="nothing">${escapeHtml(text.nothing)}</p>
<ol id="console" role="log" aria-label="${escapeHtml(text.console)}"></ol>
<h2>${escapeHtml(text.code)}</h2>
<pre tabindex="0" role="region" aria-label="${escapeHtml(text.code)}"><code>${escapeHtml(source)}</code></pre>
<script type="application/json" id="data">${scriptJson(data)}</script>
<script>${host}</script>
</body>
</html>
`;
}

/**
 * What the file allows: its own scripts by their hashes, what the program makes itself (`blob:`, `data:`), and no address
 * of any network. A frame with an address is kept out; the program's own has none (`srcdoc`) and inherits this.
 */
function policy(scripts: readonly string[]): string {
  const hashes = scripts.map((script) => `'sha256-${hashOf(script)}'`).join(' ');
  return Object.entries({
    'default-src': "'none'",
    'script-src': `${hashes} 'unsafe-eval' 'wasm-unsafe-eval' blob:`,
    'style-src': "'unsafe-inline'",
    'img-src': 'blob: data:',
    'media-src': 'blob: data:',
    'font-src': 'blob: data:',
    'connect-src': 'blob: data:',
    webrtc: "'block'",
    'worker-src': 'blob:',
    'frame-src': "'none'",
    'object-src': "'none'",
    'form-action': "'none'",
    'base-uri': "'none'",
  })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

function hashOf(text: string): string {
  const hex = sha256(new TextEncoder().encode(text));
  return toBase64(
    Uint8Array.from({ length: 32 }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16)),
  );
}

/** Its words in one language: the file has no others. */
function labelled(control: Control, locale: Locale): Control {
  const label = labelOf(control.label, locale, control.name);
  if (control.kind !== 'select') return { ...control, label };
  const options = control.options.map((option) => ({
    ...option,
    label: labelOf(option.label, locale, option.value),
  }));
  return { ...control, label, options };
}

/** JSON that ends no script element, whatever is in it, and begins no comment in one. */
const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');

const STYLE = `
:root { color-scheme: light dark; --rule: light-dark(#d6dedb, #25302d); --edge: light-dark(#7b8985, #61706c); --fail: light-dark(#fbe9e8, #361715); --warn: light-dark(#fdeee7, #2e1a12); }
body { max-width: 60rem; margin: 0 auto; padding: 24px 16px 48px; background: light-dark(#f7f9f8, #0b100f); color: light-dark(#0f1716, #e9f0ed); font: 16px/1.6 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.5rem; overflow-wrap: anywhere; }
h2 { margin: 24px 0 4px; font-size: 1rem; }
button, input, select { font: inherit; min-height: 36px; }
#run { min-width: 96px; padding: 4px 16px; }
#controls { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; }
[hidden] { display: none !important; }
iframe { width: 100%; height: 320px; border: 1px solid var(--edge); background: light-dark(#fff, #101716); resize: vertical; overflow: auto; }
pre, ol { margin: 0; padding: 10px 14px; border: 1px solid var(--rule); background: light-dark(#fff, #101716); font: 13px/22px ui-monospace, monospace; overflow: auto; }
ol { list-style: none; padding: 0; border-width: 0; }
li { padding: 1px 14px; white-space: pre-wrap; overflow-wrap: anywhere; border: solid var(--rule); border-width: 0 1px 1px; }
li:first-child { border-top-width: 1px; }
li.error { background: var(--fail); }
li.warn { background: var(--warn); }
`;
