/** Answers a request for a part of a file from the whole of it, which is what is kept. */

/** The bytes that a Range header asks for, half-open; null for a header that is ignored (RFC 9110 §14.2). */
export function rangeOf(header: string | null, length: number): readonly [number, number] | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const end = first === '' || last === '' ? length : Math.min(length, Number(last) + 1);
  return [start, end];
}

/** @param whole the kept answer; it is used up */
export async function partOf(whole: Response, header: string | null): Promise<Response> {
  if (header === null) return whole;
  const blob = await whole.blob();
  const range = rangeOf(header, blob.size);
  if (range === null) return new Response(blob, { headers: whole.headers });
  const [start, end] = range;
  const headers = new Headers(whole.headers);
  // Of the compressed file, where it was one.
  headers.delete('Content-Encoding');
  if (start >= blob.size || end <= start) {
    headers.set('Content-Range', `bytes */${String(blob.size)}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set('Content-Range', `bytes ${String(start)}-${String(end - 1)}/${String(blob.size)}`);
  headers.set('Content-Length', String(end - start));
  return new Response(blob.slice(start, end), { status: 206, headers });
}
