import { createServer } from 'node:net';
import { expect, test, vi } from 'vitest';
import type { LabEvent } from './lab-backend';
import { ServerLab } from './server-lab';

test('a lab that is not there closes a socket; only one that is there can refuse it', async () => {
  const server = createServer().listen(0);
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));

  const said: LabEvent[] = [];
  const lab = new ServerLab(`http://127.0.0.1:${port}/`, (event) => void said.push(event));
  lab.call({ op: 'open', socket: 0, room: '/upload', auth: {}, step: 1 });
  await vi.waitFor(() => expect(said).not.toEqual([]), 10_000);
  expect(said).toEqual([{ op: 'closed', socket: 0, reason: 'websocket error' }]);
  lab.drop();
});
