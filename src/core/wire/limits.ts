/** What both ends of the lab's wire hold to. Sizes in bytes, times in milliseconds. */
export const WIRE_LIMITS = {
  /** One chunk. A file sent as one message (the seed's chunk size 0) can be no larger. */
  chunkBytes: 1024 * 1024,
  /** The smallest chunk a reader may ask a stream for. */
  leastChunkBytes: 1024,
  /** Room beside a chunk for the words of its message. */
  messageBytes: 64 * 1024,
  /** Chunks sent and not yet acknowledged. */
  window: 16,
  /** A file's name, in UTF-16 units: what a file system takes. */
  nameUnits: 255,
  metaFields: 16,
  metaUnits: 256,
  /** A pause a reader may ask for between two chunks. */
  paceMs: 5000,
} as const;
