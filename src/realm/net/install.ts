/** Gives a program its end of the network, right before it runs. */
import type { RealmNetwork } from '../../core/protocol/messages';
import { define } from '../primordials';
import { NetClient } from './client-socket';
import { LabFetch, replaceFetch } from './lab-fetch';
import type { RunPort } from './run-port';
import type { MessageRecorder } from './socket';

export function installNetwork(
  network: RealmNetwork,
  port: RunPort,
  recorder: MessageRecorder,
): void {
  const client = new NetClient(port, recorder);
  const lab = new LabFetch(port, recorder);
  port.hear((event) => {
    if ('socket' in event) client.take(event);
    else lab.take(event);
  });
  if (network.role === 'client') {
    define(globalThis, 'io', client.io);
    replaceFetch(lab);
  }
}
