/** Interface text of what a bench has besides when its program has a network: the panel, and the server half. */
import type { LabKind, LinkConditions } from '../core/trace/net-log';
import type { Texts } from './locale';

export interface NetworkText {
  readonly title: string;
  /** Which lab answers, in words. `wanted`: before it is known; `fileName` of the server half that runs in it. */
  readonly lab: (is: {
    readonly wanted: LabKind;
    /** Null until a run has shown it. */
    readonly used: LabKind | null;
    readonly fileName: string | null;
  }) => string;
  /** What is set, for the closed panel. */
  readonly conditions: (conditions: LinkConditions) => string;
  readonly explain: string;
  readonly latency: string;
  readonly latencyHint: string;
  readonly speed: string;
  readonly speeds: (bytesPerSecond: number | null) => string;
  readonly chunk: string;
  readonly chunkHint: string;
  /** Where there is no largest chunk. */
  readonly anySize: string;
  readonly dropAfter: string;
  readonly dropAfterHint: string;
  readonly never: string;
  readonly duplicate: string;
  readonly reorder: string;
  readonly clear: string;
  readonly disconnect: string;
  /** Why Disconnect does nothing. */
  readonly disconnectIdle: string;
  readonly disconnected: string;
  readonly unsaved: string;
  readonly halves: string;
  readonly client: string;
  readonly server: string;
  /** Behind a half's name. */
  readonly edited: string;
  readonly serverConsole: string;
  readonly serverNothing: string;
  readonly clientConsole: string;
  /** The picture of memory is closed at first: what is sent matters more. */
  readonly memory: string;
  readonly buffers: (n: number) => string;
  readonly serverThrew: (fileName: string) => string;
}

const short = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat('en');

const speed = (bytesPerSecond: number): string =>
  bytesPerSecond >= 1e6
    ? `${short.format(bytesPerSecond / 1e6)} MB/s`
    : `${short.format(bytesPerSecond / 1e3)} kB/s`;

export const networkText: Texts<NetworkText> = {
  en: {
    title: 'Network',
    lab: ({ wanted, used, fileName }) => {
      if (fileName !== null) return `Lab: in the page, running ${fileName}`;
      if (wanted === 'page') return 'Lab: in the page';
      if (used === 'server') return 'Lab: this site’s server';
      return used === 'page'
        ? 'Lab: in the page (this site has no server)'
        : 'Lab: this site’s server, or in the page where there is none';
    },
    conditions: ({ latencyMs, bytesPerSecond, chunkBytes, dropAfter, duplicate, reorder }) =>
      [
        ...(latencyMs > 0 ? [`${whole.format(latencyMs)} ms`] : []),
        ...(bytesPerSecond === null ? [] : [speed(bytesPerSecond)]),
        ...(chunkBytes === null ? [] : [`chunks up to ${whole.format(chunkBytes)} bytes`]),
        ...(dropAfter === null ? [] : [`drops after ${whole.format(dropAfter)}`]),
        ...(duplicate ? ['each message twice'] : []),
        ...(reorder ? ['neighbours swapped'] : []),
      ].join(', ') || 'a clear link',
    explain:
      'How the link to the lab behaves, for this program only. A change holds at once, also while it runs.',
    latency: 'Latency',
    latencyHint: 'ms, one way',
    speed: 'Bandwidth',
    speeds: (bytesPerSecond) =>
      bytesPerSecond === null ? 'as fast as it goes' : speed(bytesPerSecond),
    chunk: 'Largest chunk',
    chunkHint: 'bytes, or the line is cut',
    anySize: 'any',
    dropAfter: 'Lose the connection after',
    dropAfterHint: 'messages of the client, once',
    never: 'never',
    duplicate: 'Every message of the client arrives twice',
    reorder: 'Of two neighbouring messages the second arrives first',
    clear: 'Clear link',
    disconnect: 'Disconnect now',
    disconnectIdle: 'There is no connection now: run the program.',
    disconnected: 'The connection was cut.',
    unsaved: 'These settings are for this visit: the browser does not let the page keep them.',
    halves: 'Client and server',
    client: 'client',
    server: 'server',
    edited: ' edited',
    clientConsole: 'Console of the client',
    serverConsole: 'Console of the server',
    serverNothing: 'The server has printed nothing.',
    memory: 'Memory',
    buffers: (n) => (n === 0 ? 'no buffer' : n === 1 ? '1 buffer' : `${whole.format(n)} buffers`),
    serverThrew: (fileName) => `On the server, in ${fileName}:`,
  },
};
