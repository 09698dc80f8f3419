/**
 * tus uploads in a bucket of an S3-compatible service, for labs that share no disk. What is in it is listed by nobody: a
 * process knows what came through it. A lifecycle rule of the bucket removes what killed processes leave (docs/deploy.md).
 */
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Upload } from '@tus/server';
import { loadOptional } from './optional.ts';
import type { StoredUpload, TusStore } from './tus-store.ts';

export interface S3Options {
  readonly bucket: string;
  /** Null for Amazon's own. */
  readonly endpoint: string | null;
  readonly region: string;
  /** Null for what the environment has (roles, AWS_ACCESS_KEY_ID). */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
}

export async function openS3Store({
  bucket,
  endpoint,
  region,
  credentials,
}: S3Options): Promise<TusStore> {
  const { S3Store } = await loadOptional(
    '@tus/s3-store',
    'BYTESCOPE_S3_BUCKET',
    () => import('@tus/s3-store'),
  );

  const known = new Map<string, { readonly size: number; written: number; touchedAt: number }>();

  class BucketStore extends S3Store {
    override extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];

    override async create(upload: Upload): Promise<Upload> {
      const created = await super.create(upload);
      known.set(upload.id, { size: upload.size ?? 0, written: 0, touchedAt: Date.now() });
      return created;
    }

    override async write(
      ...[source, id, offset]: Parameters<InstanceType<typeof S3Store>['write']>
    ) {
      const written = await super.write(source, id, offset);
      const size = known.get(id)?.size ?? (await this.getUpload(id)).size ?? written;
      known.set(id, { size, written, touchedAt: Date.now() });
      return written;
    }

    override async remove(id: string): Promise<void> {
      await super.remove(id);
      known.delete(id);
    }
  }

  const data = new BucketStore({
    // Tags are none of what every S3-compatible service has.
    useTags: false,
    s3ClientConfig: {
      bucket,
      region,
      ...(endpoint !== null && { endpoint, forcePathStyle: true }),
      ...(credentials !== null && { credentials: { ...credentials } }),
    },
  });

  function look(id: string): Promise<StoredUpload | null> {
    const facts = known.get(id);
    if (facts === undefined) return Promise.resolve(null);
    const { size, written, touchedAt } = facts;
    return Promise.resolve({ id, size, isFinished: written === size, touchedAt, reader: null });
  }

  return {
    data,
    // Whoever may read the bucket may read all that is in it.
    key: null,
    list: async () =>
      (await Promise.all([...known.keys()].map(look))).filter((each) => each !== null),
    look,
    async digest(id) {
      const hash = createHash('sha256');
      await pipeline(await data.read(id), hash);
      return hash.digest('hex');
    },
    async remove(id) {
      known.delete(id);
      await data.remove(id).catch(() => undefined);
    },
    close: () => Promise.resolve(),
  };
}
