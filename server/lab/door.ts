/** Who may open a connection: this site's own pages, under this site's own names, and programs that are no browser. */
import type { IncomingMessage } from 'node:http';
import { roleOf, splitHost, type HttpOptions } from '../http.ts';

/** Why this handshake is refused, as a sentence; null when it is welcome. */
export function objectionTo(request: IncomingMessage, options: HttpOptions): string | null {
  const asked = splitHost(request.headers.host ?? '');
  if (asked === null || roleOf(asked.name, options) !== 'site') {
    return 'The lab is not at this name. Ask under the name of the site.';
  }
  const { origin } = request.headers;
  // Every browser names the origin of the page that opens a WebSocket. What has none is no page, and has no reader's rights to abuse.
  if (origin === undefined) return null;
  const page = URL.parse(origin);
  // `null`, an opaque origin, parses to nothing: the realm of a snippet has no network.
  if (page === null || !/^https?:$/.test(page.protocol)) {
    return 'The lab answers to pages of its own site only.';
  }
  const usual = page.protocol === 'https:' ? '443' : '80';
  const sameName = page.hostname === asked.name;
  // A proxy that adds TLS passes the name on, with or without a port.
  const samePort = (page.port || usual) === (asked.port === '80' ? usual : asked.port);
  return sameName && samePort ? null : 'The lab answers to pages of its own site only.';
}
