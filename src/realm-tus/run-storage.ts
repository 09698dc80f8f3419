/** Where the library keeps the addresses of unfinished uploads: as long as the run, since a realm has no localStorage. */
import type { PreviousUpload, UrlStorage } from 'tus-js-client';

export class RunStorage implements UrlStorage {
  readonly #uploads = new Map<string, PreviousUpload>();
  #count = 0;

  findAllUploads(): Promise<PreviousUpload[]> {
    return Promise.resolve([...this.#uploads.values()]);
  }

  findUploadsByFingerprint(fingerprint: string): Promise<PreviousUpload[]> {
    const all = [...this.#uploads];
    return Promise.resolve(
      all.flatMap(([key, upload]) => (key.startsWith(`tus::${fingerprint}::`) ? [upload] : [])),
    );
  }

  removeUpload(key: string): Promise<void> {
    this.#uploads.delete(key);
    return Promise.resolve();
  }

  addUpload(fingerprint: string, upload: PreviousUpload): Promise<string> {
    const key = `tus::${fingerprint}::${this.#count++}`;
    this.#uploads.set(key, { ...upload, urlStorageKey: key });
    return Promise.resolve(key);
  }
}
