/** Blobs, and what else bytes are wrapped in: what is made of them, and who reads them. */
import { bufferSlots, isBuffer, viewSlots } from '../buffers';
import {
  blobSize,
  getOwnPropertyDescriptor,
  hasOwn,
  isArray,
  prototypeOf,
  SafeWeakMap,
  tryGet,
} from '../primordials';
import { isProxy } from '../proxies';
import { isObject, utf8Length } from './native-arguments';
import { argument, type NativeWatch } from './native-watch';

/** Parts of a Blob whose reading is shown. */
const PARTS = 1000;
const BODY_READERS = ['arrayBuffer', 'bytes', 'blob', 'formData', 'json', 'text'] as const;

export function watchBlobs(watch: NativeWatch): void {
  const { recorder } = watch;
  const { blobs } = recorder;
  for (const name of ['Blob', 'File']) {
    watch.constructorOf(name, (args, blob) => {
      const parts = argument(args, 0);
      readParts(watch, parts, `new ${name}`);
      recorder.blob('blob', `new ${name}`, blobs.made(blob, parts));
    });
  }
  const blob = prototypeOf('Blob');
  watch.method(blob, 'slice', null, (self, args, result) => {
    const slice = isObject(result) ? blobs.sliced(result, self, argument(args, 0)) : null;
    recorder.blob('blob', 'Blob.slice', slice);
  });
  for (const key of ['arrayBuffer', 'bytes', 'text', 'stream']) {
    watch.method(blob, key, null, (self) => {
      recorder.blob('blobread', `Blob.${key}`, blobs.see(self));
    });
  }
  for (const key of ['readAsArrayBuffer', 'readAsText', 'readAsDataURL', 'readAsBinaryString']) {
    watch.method(prototypeOf('FileReader'), key, null, (_self, args) => {
      recorder.blob('blobread', `FileReader.${key}`, blobs.see(argument(args, 0)));
    });
  }
  watchBodies(watch);
}

function readParts({ recorder }: NativeWatch, parts: unknown, operation: string): void {
  // Any other iterable would have to be iterated again.
  if (!isObject(parts) || isProxy(parts) || !isArray(parts)) return;
  for (let i = 0; i < parts.length && i < PARTS; i++) {
    const part = getOwnPropertyDescriptor(parts, i);
    if (part && hasOwn(part, 'value')) recorder.readsAny(part.value, operation, true);
  }
}

/** A Response is read like a Blob; how long it is, is known when it is made of bytes or text. */
function watchBodies(watch: NativeWatch): void {
  const { recorder } = watch;
  const sizes = new SafeWeakMap<object, number>();
  watch.constructorOf(
    'Response',
    (args, response) => {
      const body = argument(args, 0);
      recorder.readsAny(body, 'new Response', true);
      const size = sizeOf(body);
      if (size !== null) sizes.set(response, size);
    },
    (prototype) => {
      for (const key of BODY_READERS) {
        watch.method(prototype, key, null, (self) => {
          const size = isObject(self) ? sizes.get(self) : undefined;
          if (size !== undefined) recorder.elsewhere('blobread', `Response.${key}`, size);
        });
      }
    },
  );
}

function sizeOf(body: unknown): number | null {
  if (typeof body === 'string') return utf8Length(body);
  if (!isObject(body) || isProxy(body)) return null;
  const view = viewSlots(body);
  if (view !== null) return view.byteLength;
  return isBuffer(body) ? bufferSlots(body).byteLength : tryGet(blobSize, body);
}
