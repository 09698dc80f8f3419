/**
 * What bench/upload.mjs sends to and takes from: the lab and the site as `npm start` has them, and beside them a plain
 * PUT to a file, which is here alone. A process of its own, started with the folder of a site and one for uploads.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { RequestListener } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createHandler } from '../../server/http.ts';
import { openLab } from '../../server/lab/lab.ts';
import { createLog } from '../../server/lab/log.ts';
import { quotasOf } from '../../server/lab/uploads.ts';
import { listen } from '../../server/listen.ts';
import { openSite } from '../../server/static.ts';

const [dist = '', temp = ''] = process.argv.slice(2);
const GIB = 2 ** 30;
const here = { lan: false, hosts: [], realmOrigins: [] };
const lab = await openLab({
  ...here,
  tempDir: temp,
  tusDir: path.join(temp, 'tus'),
  mediaDir: path.join(dist, 'media'),
  processes: 1,
  redisUrl: null,
  s3: null,
  connections: 100,
  quotas: quotasOf({ fileBytes: GIB, ownerBytes: 8 * GIB, totalBytes: 8 * GIB, keepMs: 600_000 }),
  log: createLog(() => undefined),
});
const site = createHandler(await openSite(dist), here, () => ({}), lab.handle);

const handler: RequestListener = (request, response) => {
  if (request.method !== 'PUT') {
    site(request, response);
    return;
  }
  const hash = createHash('sha256');
  // What the lab does as well, to tell what the transport costs from what the hash does.
  if (request.url === '/hashed') request.on('data', (chunk: Buffer) => hash.update(chunk));
  pipeline(request, createWriteStream(path.join(temp, 'put.bin'))).then(
    () => response.end(hash.digest('hex')),
    () => response.destroy(),
  );
};
const listening = await listen(handler, { port: 0, fallbacks: 0, lan: false });
for (const server of listening.servers) lab.attach(server);
process.send?.(listening.port);
