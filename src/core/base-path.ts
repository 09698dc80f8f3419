/** Where the site lives on its host. Paths within the site start with a slash; a base starts and ends with one. */

/** What RFC 3986 calls unreserved: no host, shell or policy reads anything into it. */
const SEGMENT = /^[A-Za-z0-9._~-]+$/;

/** Reads the base from its environment variable: `/teach/bytescope` becomes `/teach/bytescope/`, nothing the root. */
export function parseBase(value: string | undefined): string {
  const text = value ?? '';
  if (text === '' || text === '/') return '/';
  const [before, ...segments] = text.replace(/\/$/, '').split('/');
  const isPath =
    before === '' && segments.every((each) => SEGMENT.test(each) && each !== '.' && each !== '..');
  if (!isPath) {
    throw new RangeError(
      `BYTESCOPE_BASE is "${text}", but it has to be a path from the root of the host, of letters, digits and - . _ ~, like /teach/bytescope.`,
    );
  }
  return `/${segments.join('/')}/`;
}

/** A path within the site as a browser asks for it: `/lessons/views/` becomes `/teach/bytescope/lessons/views/`. */
export function withBase(base: string, path: string): string {
  return base.replace(/\/$/, '') + path;
}

/** The way back; null for a path outside the site. */
export function withoutBase(base: string, path: string): string | null {
  const root = base.replace(/\/$/, '');
  return path.startsWith(`${root}/`) ? path.slice(root.length) : null;
}
