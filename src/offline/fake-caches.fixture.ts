export const SCOPE = 'https://site.example/teach/';

/** As much of the Cache API as is used: whole addresses, and copies that can be read again and again. */
class FakeCache {
  readonly #kept = new Map<string, Response>();
  async match(url: string) {
    return Promise.resolve(this.#kept.get(url)?.clone());
  }
  async put(url: string, response: Response) {
    const body = await response.arrayBuffer();
    this.#kept.set(url, new Response(body, { headers: response.headers }));
  }
  async delete(url: string) {
    return Promise.resolve(this.#kept.delete(url));
  }
  async keys() {
    return Promise.resolve([...this.#kept.keys()].map((url) => ({ url })));
  }
}

export class FakeCaches {
  readonly all = new Map<string, FakeCache>();
  async open(name: string) {
    const cache = this.all.get(name) ?? new FakeCache();
    this.all.set(name, cache);
    return Promise.resolve(cache);
  }
  async delete(name: string) {
    return Promise.resolve(this.all.delete(name));
  }
  async match(url: string) {
    for (const cache of this.all.values()) {
      const found = await cache.match(url);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  async keys() {
    return Promise.resolve([...this.all.keys()]);
  }
  /** What a cache holds, without the site's address. */
  async urls(name: string) {
    return (await (await this.open(name)).keys()).map(({ url }) => url.replace(SCOPE, '')).sort();
  }
}
