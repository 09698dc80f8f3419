/** A random name. Not crypto.randomUUID: without HTTPS on a LAN address there is none. */
export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('-');
