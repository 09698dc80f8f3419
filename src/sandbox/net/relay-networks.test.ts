import { expect, test } from 'vitest';
import type { HostMessage } from '../../core/protocol/messages';
import { CLEAR_LINK } from '../../core/trace/net-log';
import { leaveLab, openClient, openServer, type LineEnd } from './relay-networks';

const BASE = 'http://localhost/';
let runs = 0;

function lineEnd(runId: string): LineEnd & { readonly posted: HostMessage[] } {
  const posted: HostMessage[] = [];
  return {
    runId,
    posted,
    post: (message) => void posted.push(message),
    changed: () => undefined,
  };
}

/** Both ends of a run; each may be opened again, as live-run.ts does where a realm does not start. */
function setup() {
  const runId = `run-${runs++}`;
  const labRunId = `${runId}-lab`;
  return {
    labRunId,
    async client() {
      const end = lineEnd(runId);
      const options = { lab: 'page', labRunId, base: BASE, conditions: CLEAR_LINK } as const;
      const network = await openClient(end, options);
      return {
        network,
        open: () => network.call({ op: 'open', socket: 0, room: '/', auth: {}, step: 1 }),
        heard: () => end.posted.map((each) => (each.kind === 'net' ? each.event.op : each.kind)),
      };
    },
    server() {
      const end = lineEnd(labRunId);
      const network = openServer(end, BASE);
      const calls = () => end.posted.map((each) => (each.kind === 'serve' ? each.call.op : ''));
      return { network, calls };
    },
  };
}

test('what a client says waits for the server half, which hears it once it has started', async () => {
  const { client, server } = setup();
  const { open } = await client();
  open();
  const half = server();
  expect(half.calls()).toEqual([]);
  half.network.started();
  expect(half.calls()).toEqual(['open']);
});

test('a server half whose first realm never started is heard from its second', async () => {
  const { client, server } = setup();
  const { open, heard } = await client();
  server().network.close();
  open();
  const second = server();
  second.network.started();
  expect([heard(), second.calls()]).toEqual([[], ['open']]);
});

test('a program whose first realm never started finds the same server half from its second', async () => {
  const { client, server } = setup();
  const first = await client();
  const half = server();
  half.network.started();
  first.network.close();
  const second = await client();
  second.network.started();
  second.open();
  expect(half.calls()).toEqual(['open']);
});

test.each(['before', 'after'])(
  'a server half that will not run says so to a client that comes %s',
  async (when) => {
    const { labRunId, client } = setup();
    if (when === 'after') leaveLab(labRunId, 'no');
    const { open, heard } = await client();
    open();
    if (when !== 'after') leaveLab(labRunId, 'no');
    expect(heard()).toEqual(['refused']);
  },
);

test('a server half that has run and ended says so to whoever comes', async () => {
  const { client, server } = setup();
  const { open, heard } = await client();
  const half = server();
  half.network.started();
  half.network.close();
  open();
  expect(heard()).toEqual(['refused']);
});
