/**
 * What the rooms lean on, and the two labs have in different ways: a Socket.IO server (the real one, or the facade in a
 * realm), a place for files, hashing, ids, a log.
 */

export interface LabSocket {
  readonly connected: boolean;
  /** The connection that it is part of. */
  readonly conn: object;
  readonly handshake: { readonly auth: unknown };
  /** What a room notes for itself. */
  data: unknown;
  emit(event: string, ...args: unknown[]): unknown;
  timeout(ms: number): { emit(event: string, ...args: unknown[]): unknown };
  on(event: 'disconnect', listener: () => void): unknown;
  onAny(listener: (event: unknown, ...args: unknown[]) => void): unknown;
  disconnect(close?: boolean): unknown;
}

export interface LabNamespace {
  use(guard: (socket: LabSocket, next: (error?: Error) => void) => void): unknown;
  on(event: 'connection', listener: (socket: LabSocket) => void): unknown;
}

export interface LabServer {
  of(name: string): LabNamespace;
}

/** A file that bytes are written to in order. */
export interface LabFile {
  write(bytes: Uint8Array, position: number): Promise<void>;
  close(): Promise<void>;
  /** Deletes it, closed or not. */
  remove(): Promise<void>;
}

export interface LabHash {
  update(bytes: Uint8Array): unknown;
  /** 64 hexadecimal digits. */
  digest(): string;
}

export interface LabParts {
  /** 128 bits, so that an id or a secret cannot be guessed. */
  createId(): string;
  createHash(): LabHash;
  /** Makes a new file under an id. */
  createFile(id: string): Promise<LabFile>;
  readonly log: LabLog;
  /** Milliseconds since 1970. */
  now(): number;
}

export type LabLog = (event: string, facts?: Readonly<Record<string, string | number>>) => void;
