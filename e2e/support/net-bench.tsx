/** A bench with a network over a lab that does what the page tells it. Bundled by net-page.ts into a page of its own. */
import { createRoot } from 'react-dom/client';
import '../../src/styles/index.css';
import '../../src/components/bench/bench.css';
import '../../src/components/bench/toolbar.css';
import '../../src/components/bench/draft-note.css';
import '../../src/components/bench/code.css';
import '../../src/components/bench/covers.css';
import '../../src/components/bench/verdict.css';
import '../../src/components/bench/console/console.css';
import '../../src/components/bench/network/network.css';
import NetBench from '../../src/components/bench/NetBench';
import { packRun } from '../../src/components/bench/packed-run';
import type { NetworkSetup } from '../../src/components/bench/network/use-network';
import { PlainCode } from '../../src/components/bench/PlainCode';
import type { ConsoleEntry } from '../../src/core/trace/console-entry';
import { EMPTY_MEMORY } from '../../src/core/trace/memory-state';
import type { NetLog } from '../../src/core/trace/net-log';
import {
  goodUpload,
  longUpload,
  resumedUpload,
  traceOf,
  twoUploads,
} from '../../src/core/trace/net-log.fixture';
import type { Run } from '../../src/core/trace/run';
import '../../src/i18n/ko';
import { fakeLab } from './fake-sandbox';

const LOGS: Readonly<Record<string, () => NetLog>> = {
  good: goodUpload,
  resumed: resumedUpload,
  two: twoUploads,
  long: () => longUpload(300),
};

const CLIENT = `const socket = io('/upload');
socket.on('connect', async () => {
  const { next } = await socket.emitWithAck('start', { name: 'photo.bin', size: file.size });
  for (let at = next; at < file.size; at += 102_400) {
    const bytes = await file.slice(at, at + 102_400).arrayBuffer();
    await socket.emitWithAck('chunk', { offset: at }, bytes);
  }
});`;
const SERVER = `io.of('/upload').on('connection', (socket) => {
  socket.on('chunk', (head, bytes, reply) => {
    console.log(head.offset, bytes.byteLength);
    reply({ next: head.offset + bytes.byteLength });
  });
});`;

const params = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = 'light';
const log = (LOGS[params.get('log') ?? ''] ?? goodUpload)();
const network: NetworkSetup = {
  lab: params.get('lab') === 'server' ? 'server' : 'page',
  server: params.has('half') ? { fileName: 'upload.server.js', source: SERVER } : null,
};
const printed = (text: string, line: number): ConsoleEntry => ({
  kind: 'values',
  level: 'log',
  values: [{ kind: 'string', text, omitted: 0 }],
  depth: 0,
  line,
  count: 1,
  step: 0,
  lastStep: 0,
  stack: [],
});
const run: Run = {
  runId: 'build',
  source: CLIENT,
  outcome: { kind: 'finished' },
  console: [printed('saved', 7)],
  omittedConsole: 0,
  memory: EMPTY_MEMORY,
  trace: traceOf(log),
  durationMs: 40,
  net: log,
  ...(network.server ? { serverConsole: [printed('0 102400', 3)] } : {}),
};

Object.assign(window, { lab: fakeLab, printed });
export type NetWindow = typeof globalThis & { lab: typeof fakeLab; printed: typeof printed };

createRoot(document.getElementById('root') ?? document.body).render(
  <main>
    <h1>Upload</h1>
    <h2>A program with a network</h2>
    <NetBench
      id="upload/fixture"
      title="upload.js"
      fileName="upload.js"
      source={CLIENT}
      realm={params.has('output') ? 'page' : 'worker'}
      goal="module"
      html={null}
      run={packRun(run)}
      locale={document.documentElement.lang === 'ko' ? 'ko' : 'en'}
      opensAtStart={false}
      opensAt="end"
      network={network}
      serverCode={<PlainCode source={SERVER} label="Code: upload.server.js" />}
    >
      <PlainCode source={CLIENT} label="Code: upload.js" />
    </NetBench>
  </main>,
);
