/** Benches with pictures, as a lesson has them, on a page of their own: page-site.ts bundles and serves it. */
import { createRoot } from 'react-dom/client';
import '../../src/styles/index.css';
import '../../src/components/bench/bench.css';
import '../../src/components/bench/toolbar.css';
import '../../src/components/bench/code.css';
import '../../src/components/bench/verdict.css';
import '../../src/components/bench/console/console.css';
import Bench from '../../src/components/bench/Bench';
import { canvasesIn } from '../../src/core/controls/canvas-sizes';
import { initialValues, type Control } from '../../src/core/controls/control';
import { pageSandbox } from '../../src/components/bench/page-sandbox';
import type { Program, RunHandle } from '../../src/sandbox';

interface Snippet {
  readonly source: string;
  readonly html: string;
  readonly controls?: readonly Control[];
}

/** A picture without a file: a slope of colours with a bright spot. */
const SCENE = `const { width: w, height: h } = canvas;
const ctx = canvas.getContext('2d', { willReadFrequently: true });
const sky = ctx.createLinearGradient(0, 0, w, h);
sky.addColorStop(0, '#264068');
sky.addColorStop(0.6, '#b08878');
sky.addColorStop(1, '#f0d8b0');
ctx.fillStyle = sky;
ctx.fillRect(0, 0, w, h);`;

const SNIPPETS: Readonly<Record<string, Snippet>> = {
  threshold: {
    html: '<canvas width="640" height="400"></canvas>',
    source: `const canvas = document.querySelector('canvas');
${SCENE}
const image = ctx.getImageData(0, 0, w, h);
const pristine = new Uint8ClampedArray(image.data);
const data = image.data;
function threshold(t) {
  for (let i = 0; i < data.length; i += 4) {
    const luma = 299 * pristine[i] + 587 * pristine[i + 1] + 114 * pristine[i + 2];
    data[i] = data[i + 1] = data[i + 2] = luma >= 1000 * t ? 255 : 0;
  }
  ctx.putImageData(image, 0, 0);
}
threshold(controls.t);
/** For bench/pixels.mjs: when each change was on the canvas, by the clock that pages share. */
globalThis.painted = [];
controls.on('t', (t) => {
  threshold(t);
  painted.push(performance.timeOrigin + performance.now());
});
controls.on('invert', (on) => console.log('invert', on));
controls.on('mode', (mode) => console.log('mode', mode));
controls.on('again', (n) => console.log('again', n));
controls.on('picture', async (file) => console.log('picture', file && file.name, file && (await file.arrayBuffer()).byteLength));`,
    controls: [
      {
        kind: 'range',
        name: 't',
        label: 'Threshold',
        min: 0,
        max: 255,
        value: 128,
        histogram: true,
      },
      { kind: 'toggle', name: 'invert', label: 'Invert', value: false },
      {
        kind: 'select',
        name: 'mode',
        label: 'Weights',
        options: [{ value: '601' }, { value: '709' }],
        value: '601',
      },
      { kind: 'button', name: 'again', label: 'Again' },
      { kind: 'file', name: 'picture', label: 'Your picture', accept: 'image/*', maxBytes: 4096 },
    ],
  },
  invert: {
    html: '<canvas width="327" height="125"></canvas>',
    source: `const canvas = document.querySelector('canvas');
${SCENE}
const image = ctx.getImageData(0, h / 2, w, h);
const px = image.data;
for (let i = 0; i < px.length; i += 4) {
  px[i] = 255 - px[i];
  px[i + 1] = 255 - px[i + 1];
  px[i + 2] = 255 - px[i + 2];
}
ctx.putImageData(image, 0, h / 2);`,
  },
  moved: {
    html: '<canvas width="40" height="20"></canvas>',
    source: `const canvas = document.querySelector('canvas');
${SCENE}
const image = ctx.getImageData(0, 0, 8, 8);
ctx.putImageData(image, 10, 5);
image.data[0] = 255;
ctx.putImageData(image, 20, 6);`,
  },
  addresses: {
    html: '<p></p>',
    source: `for (let i = 0; i < 3; i++) URL.createObjectURL(new Blob([new Uint8Array(12345)]));`,
  },
  small: {
    html: '<canvas width="4" height="3"></canvas><canvas width="20" height="10"></canvas>',
    source: `const [canvas, second] = document.querySelectorAll('canvas');
${SCENE}
const image = ctx.getImageData(0, 1, 4, 2);
const px = image.data;
px[0] = 255;
px[5] = 254;
ctx.putImageData(image, 0, 1);
const other = second.getContext('2d');
other.drawImage(canvas, 2, 3);
const made = other.createImageData(2, 2);
made.data.fill(200);
other.putImageData(made, 5, 6);
controls.on('look', () => console.log([...ctx.getImageData(1, 1, 1, 1).data].join()));`,
    controls: [{ kind: 'button', name: 'look', label: 'Look at the canvas' }],
  },
};

/** For bench/pixels.mjs: a program with a recording that the bench does not choose. */
function startLight(mount: HTMLElement): RunHandle | null {
  const threshold = SNIPPETS['threshold'];
  if (!threshold) return null;
  const program: Program = {
    source: threshold.source,
    fileName: 'threshold.js',
    realm: 'page',
    goal: 'module',
    html: threshold.html,
    record: 'light',
    recordFrom: 0,
    guardMs: 2000,
    controls: initialValues(threshold.controls ?? []),
  };
  return pageSandbox().run(
    program,
    { settled: () => mount.setAttribute('data-settled', '') },
    mount,
  );
}
Object.assign(window, { startLight });

const params = new URLSearchParams(location.search);
const name = params.get('snippet') ?? 'threshold';
const snippet = SNIPPETS[name];
document.documentElement.dataset['theme'] = params.get('theme') ?? 'light';

if (snippet) {
  createRoot(document.getElementById('root') ?? document.body).render(
    <main>
      <h1>Pixels</h1>
      <h2>A bench</h2>
      <Bench
        id={`pixels/${name}`}
        title={`${name}.js`}
        fileName={`${name}.js`}
        source={snippet.source}
        realm="page"
        goal="module"
        html={snippet.html}
        run={null}
        controls={snippet.controls ?? []}
        canvases={canvasesIn(snippet.html)}
        locale="en"
        opensAtStart={false}
        opensAt="end"
      >
        <pre className="code" tabIndex={0} role="region" aria-label="Code">
          {snippet.source}
        </pre>
      </Bench>
    </main>,
  );
}
