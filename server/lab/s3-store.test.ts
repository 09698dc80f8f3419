/** tus into a bucket: a service in memory that speaks as much S3 as the store asks for. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestLab, sha256, tus, type TestLab } from './lab.fixture.ts';

interface Stored {
  readonly bytes: Buffer;
  readonly meta: Record<string, string>;
}

/** Buckets, objects and multipart uploads; nothing of it is checked. */
function createBucket() {
  const objects = new Map<string, Stored>();
  const uploads = new Map<string, Map<number, Buffer>>();

  async function bodyOf(request: IncomingMessage): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    if (!/aws-chunked/.test(String(request.headers['content-encoding']))) return bytes;
    // <hexadecimal length>[;signature]\r\n<bytes>\r\n … 0\r\n
    const parts: Buffer[] = [];
    for (let at = 0; at < bytes.length;) {
      const end = bytes.indexOf('\r\n', at);
      const length = parseInt(bytes.toString('latin1', at, end), 16);
      if (!(length > 0)) break;
      parts.push(bytes.subarray(end + 2, end + 2 + length));
      at = end + 2 + length + 2;
    }
    return Buffer.concat(parts);
  }

  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '', 'http://s3');
      const key = decodeURIComponent(url.pathname.split('/').slice(2).join('/'));
      const uploadId = url.searchParams.get('uploadId');
      const xml = (name: string, inner: string) =>
        response
          .writeHead(200, { 'content-type': 'application/xml' })
          .end(`<?xml version="1.0"?><${name}>${inner}</${name}>`);
      const missing = (code: string) =>
        response
          .writeHead(404, { 'content-type': 'application/xml' })
          .end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
      const body = await bodyOf(request);
      switch (request.method) {
        case 'POST': {
          if (url.searchParams.has('uploads')) {
            const id = randomBytes(8).toString('hex');
            uploads.set(id, new Map());
            xml('InitiateMultipartUploadResult', `<Key>${key}</Key><UploadId>${id}</UploadId>`);
          } else if (url.searchParams.has('delete')) {
            for (const [, each = ''] of body.toString().matchAll(/<Key>(.*?)<\/Key>/g)) {
              objects.delete(each);
            }
            xml('DeleteResult', '');
          } else {
            const parts = uploads.get(uploadId ?? '') ?? new Map<number, Buffer>();
            const inOrder = [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
            objects.set(key, { bytes: Buffer.concat(inOrder), meta: {} });
            uploads.delete(uploadId ?? '');
            xml('CompleteMultipartUploadResult', `<Key>${key}</Key><ETag>"e"</ETag>`);
          }
          return;
        }
        case 'PUT': {
          const part = Number(url.searchParams.get('partNumber'));
          if (uploadId !== null) uploads.get(uploadId)?.set(part, body);
          else {
            const meta = Object.entries(request.headers).filter(([name]) =>
              name.startsWith('x-amz-meta-'),
            );
            objects.set(key, { bytes: body, meta: Object.fromEntries(meta) as Stored['meta'] });
          }
          response.writeHead(200, { etag: '"e"' }).end();
          return;
        }
        case 'DELETE':
          if (uploadId === null) objects.delete(key);
          else uploads.delete(uploadId);
          response.writeHead(204).end();
          return;
        default: {
          if (uploadId !== null) {
            const parts = uploads.get(uploadId);
            if (parts === undefined) missing('NoSuchUpload');
            else {
              const list = [...parts].map(
                ([number, bytes]) =>
                  `<Part><PartNumber>${number}</PartNumber><ETag>"e"</ETag><Size>${bytes.length}</Size></Part>`,
              );
              xml('ListPartsResult', `<IsTruncated>false</IsTruncated>${list.join('')}`);
            }
            return;
          }
          const found = objects.get(key);
          if (found === undefined) missing('NoSuchKey');
          else {
            response.writeHead(200, { ...found.meta, 'content-length': found.bytes.length });
            response.end(request.method === 'HEAD' ? undefined : found.bytes);
          }
        }
      }
    })();
  });
  return { server, objects, uploads };
}

let bucket: ReturnType<typeof createBucket>;
let lab: TestLab;
const listen = (server: Server) =>
  new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
beforeEach(async () => {
  bucket = createBucket();
  const port = await listen(bucket.server);
  lab = await openTestLab({
    s3: {
      bucket: 'uploads',
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
    },
  });
});
afterEach(async () => {
  await lab.close();
  bucket.server.closeAllConnections();
  await new Promise((resolve) => bucket.server.close(resolve));
});

test('an upload arrives in the bucket by several requests, and both ends know its hash', async () => {
  const bytes = randomBytes(6 * 2 ** 20);
  const target = (await tus.create(lab.port, bytes.length)).headers.location ?? '';
  const half = 5.5 * 2 ** 20;
  expect((await tus.patch(lab.port, target, 0, bytes.subarray(0, half))).status).toBe(204);
  expect((await tus.head(lab.port, target)).headers['upload-offset']).toBe(String(half));
  const last = await tus.patch(lab.port, target, half, bytes.subarray(half));
  expect([last.status, last.headers['lab-sha256']]).toEqual([204, sha256(bytes)]);
  expect(bucket.objects.get(target.slice(5))?.bytes.equals(bytes)).toBe(true);
  expect((await tus.head(lab.port, target)).headers['lab-sha256']).toBe(sha256(bytes));
});

test('quotas count what is in it, and deleting makes room again', async () => {
  const size = 8 * 2 ** 20;
  const first = (await tus.create(lab.port, size)).headers.location ?? '';
  await tus.create(lab.port, size);
  expect((await tus.create(lab.port, 1)).status).toBe(429);
  expect((await tus.remove(lab.port, first)).status).toBe(204);
  expect(bucket.uploads.size).toBe(1);
  expect((await tus.create(lab.port, 1)).status).toBe(201);
});
