/** What a program may say through the network, and how much of it in one run. Both ends hold to it; the host counts. */
export const NET_LIMITS = {
  /** Objects and lists inside one another in what an event carries. */
  depth: 20,
  /** Values in one message, keys not counted. */
  values: 10_000,
  /** UTF-16 units: of an event's name, of a namespace, of one text or key in a message. */
  eventUnits: 128,
  roomUnits: 128,
  textUnits: 1_000_000,
  /** Of the words with which a connection is refused or closed. */
  reasonUnits: 2000,
  /** Arguments of one event. */
  args: 16,
  /** Bytes of buffers, views and Blobs in one message. */
  messageBytes: 16 * 1024 * 1024,
  /** At once. */
  sockets: 8,
  requests: 16,
  /** Acknowledgements that a program may owe or wait for at once. */
  acks: 1000,
  /** In a run: what may go at once, and what comes back each second. */
  messages: 20_000,
  messagesPerSecond: 1000,
  bytes: 256 * 1024 * 1024,
  bytesPerSecond: 32 * 1024 * 1024,
  /** Of one request. */
  headers: 20,
  headerUnits: 4096,
  pathUnits: 300,
} as const;

/** Names that a Socket.IO end says by itself; a program may listen to them and never send them. */
export const RESERVED_EVENTS: readonly string[] = [
  'connect',
  'connect_error',
  'connection',
  'disconnect',
  'disconnecting',
  'newListener',
  'removeListener',
];

/** Where the lab answers requests: one segment below these, and nothing else of this site. */
export const LAB_PATH =
  /^\/(?:tus|media)\/(?!\.\.?(?:\?|$))[\w.~+-]{0,200}(?:\?[\w.~+%=&-]{0,80})?$/;
