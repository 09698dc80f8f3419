/** Gives a program its end of the network, right before it runs. */
import type { RealmNetwork } from '../../core/protocol/messages';
import type { MakeTus } from '../../core/protocol/tus';
import { blobSlice, define, indirectEval } from '../primordials';
import { NetClient } from './client-socket';
import { makeFiles, nameOf } from './files';
import { LabFetch, replaceFetch } from './lab-fetch';
import { MediaReader } from './media-reader';
import type { RunPort } from './run-port';
import { installServer, NetServer } from './server';
import { $ } from './seed/dollar';
import { SocketIOFileUpload } from './seed/file-upload';
import { makeSiofu } from './seed/file-upload-server';
import { ss } from './seed/streams';
import type { MessageRecorder } from './socket';

export interface InstalledNetwork {
  /** The program has run to its end, and nothing stopped it. */
  bodyEnded(): void;
}

export function installNetwork(
  network: RealmNetwork,
  port: RunPort,
  recorder: MessageRecorder,
): InstalledNetwork {
  return network.role === 'client'
    ? installClientEnd(port, recorder, network.tus)
    : installServerEnd(port, recorder, network.media);
}

function installClientEnd(
  port: RunPort,
  recorder: MessageRecorder,
  tus: string | undefined,
): InstalledNetwork {
  const client = new NetClient(port, recorder);
  const lab = new LabFetch(port, recorder);
  port.hear((event) => {
    if ('socket' in event) client.take(event);
    else lab.take(event);
  });
  define(globalThis, 'io', client.io);
  // What the seed's own pages load beside it.
  define(globalThis, 'SocketIOFileUpload', SocketIOFileUpload);
  define(globalThis, 'ss', ss);
  if (typeof document !== 'undefined') define(globalThis, '$', $);
  if (tus !== undefined && blobSlice !== null) {
    const make = indirectEval(tus) as MakeTus;
    const fetch = (url: string, init: RequestInit) => lab.fetch(LabFetch.own(url), init);
    define(globalThis, 'tus', make({ fetch, slice: blobSlice }));
  }
  replaceFetch(lab);
  return { bodyEnded: () => undefined };
}

function installServerEnd(
  port: RunPort,
  recorder: MessageRecorder,
  files: Extract<RealmNetwork, { readonly role: 'server' }>['media'],
): InstalledNetwork {
  const server = new NetServer((event, copies) => port.answer(event, copies), recorder);
  port.serve((call) => server.take(call));
  const media = new MediaReader(port, files);
  port.hear((event) => {
    if ('request' in event) media.take(event);
  });
  const fs = makeFiles(media);
  const siofu = makeSiofu(fs);
  const path = { basename: nameOf };
  for (const [name, value] of [
    ['fs', fs],
    ['siofu', siofu],
    ['ss', ss],
    ['path', path],
  ] as const) {
    define(globalThis, name, value);
  }
  const modules = { fs, path, 'socketio-file-upload': siofu, 'socket.io-stream': ss };
  installServer(server, { __proto__: null, ...modules });
  return { bodyEnded: () => server.begin() };
}
