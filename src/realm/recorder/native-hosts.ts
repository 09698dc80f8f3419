/** What the host offers beside the language: pictures, messages, streams and object URLs. */
import { bufferSlots, isBuffer, viewSlots } from '../buffers';
import { watchGetter } from '../disguise';
import {
  blobSize,
  dataProperty,
  getOwnPropertyDescriptor,
  hasOwn,
  isArray,
  prototypeOf,
  tryGet,
} from '../primordials';
import { isProxy } from '../proxies';
import { isObject } from './native-arguments';
import { argument, type NativeWatch } from './native-watch';
import { CONTEXT_PROTOTYPES } from './pictures';
import type { Recorder } from './recorder';

/** Entries of a transfer list that are looked at. */
const TRANSFERRED = 100;

export function watchPictures(watch: NativeWatch): void {
  const { recorder } = watch;
  const { pictures } = recorder;
  watch.constructorOf('ImageData', (_args, made) =>
    recorder.tookPicture(made, 'new ImageData', () => pictures.made(made)),
  );
  for (const owner of CONTEXT_PROTOTYPES) {
    watch.method(owner, 'getImageData', null, (self, args, image) => {
      if (!isObject(image)) return;
      recorder.tookPicture(image, 'getImageData', () => pictures.taken(self, args, image));
    });
    watch.method(owner, 'createImageData', null, (_self, _args, image) => {
      if (!isObject(image)) return;
      recorder.tookPicture(image, 'createImageData', () => pictures.made(image));
    });
    watch.method(owner, 'putImageData', null, (self, args) => {
      const image = argument(args, 0);
      if (!isObject(image)) return;
      recorder.putPicture(image, 'putImageData', () => pictures.put(self, args, image));
    });
    watch.method(owner, 'drawImage', null, (self, args) => {
      recorder.drewPicture('drawImage', pictures.drawn(self, args));
    });
  }
}

/** Bytes that only a getter gives are known before the first store into them. */
function meet(recorder: Recorder, value: unknown): void {
  if (!recorder.isFull || !isObject(value) || isProxy(value)) return;
  const { registry } = recorder;
  const isNew = isBuffer(value)
    ? registry.recordOf(value) === null
    : viewSlots(value) !== null && registry.viewRecord(value) === null;
  if (isNew) recorder.sawNative(value, true, true);
}

/** What is posted or cloned is read; what is transferred is gone. */
export function watchMessages(watch: NativeWatch): void {
  const { recorder } = watch;
  watch.method(
    globalThis,
    'structuredClone',
    (_self, args) => recorder.readsAny(argument(args, 0), 'structuredClone', true),
    (_self, _args, result) => {
      if (isObject(result)) recorder.sawNative(result, true, true);
      lookForDetached(recorder, 'structuredClone');
    },
  );
  for (const name of ['MessagePort', 'Worker', 'BroadcastChannel']) {
    watchPosts(watch, prototypeOf(name));
  }
  // The global object's own operations stand on itself.
  watchPosts(watch, globalThis);
  watchGetter(prototypeOf('MessageEvent'), 'data', (data) => meet(recorder, data));
}

function watchPosts(watch: NativeWatch, owner: object | undefined): void {
  const { recorder } = watch;
  watch.method(
    owner,
    'postMessage',
    (_self, args) => {
      const message = argument(args, 0);
      recorder.readsAny(message, 'postMessage', true);
      meetTransferred(recorder, argument(args, 1));
      const length = byteLengthOf(message);
      if (length !== null) recorder.elsewhere('message', 'postMessage', length);
    },
    () => lookForDetached(recorder, 'postMessage'),
  );
}

/** Buffers that are about to change hands are known before they are gone: `postMessage(m, [b])`, or `{ transfer: [b] }`. */
function meetTransferred(recorder: Recorder, given: unknown): void {
  if (!isObject(given) || isProxy(given)) return;
  const list = isArray(given) ? given : dataProperty(given, 'transfer', isProxy);
  if (!isObject(list) || isProxy(list) || !isArray(list)) return;
  for (let i = 0; i < list.length && i < TRANSFERRED; i++) {
    const item = getOwnPropertyDescriptor(list, i);
    if (item && hasOwn(item, 'value')) recorder.expect(item.value);
  }
}

/** Streams of bytes hand their buffers on. */
const TRANSFERS = [
  ['ReadableStreamBYOBReader', 'read'],
  ['ReadableStreamBYOBRequest', 'respond'],
  ['ReadableStreamBYOBRequest', 'respondWithNewView'],
  ['ReadableByteStreamController', 'enqueue'],
] as const;

export function watchStreams(watch: NativeWatch): void {
  const { recorder } = watch;
  for (const [owner, key] of TRANSFERS) {
    watch.method(prototypeOf(owner), key, null, () => lookForDetached(recorder, key));
  }
  // Only so that what they call inside an engine of JavaScript is not taken for the learner's.
  watch.method(prototypeOf('ReadableStreamDefaultReader'), 'read', null, null);
  watch.method(prototypeOf('ReadableStreamDefaultController'), 'enqueue', null, null);
  watch.method(
    prototypeOf('WritableStreamDefaultWriter'),
    'write',
    (_self, args) => recorder.readsAny(argument(args, 0), 'write', true),
    null,
  );
}

export function watchUrls(watch: NativeWatch): void {
  const { recorder } = watch;
  const { blobs, media } = recorder;
  watch.method(globalThis.URL, 'createObjectURL', null, (_self, args, result) => {
    const target = argument(args, 0);
    const url = blobs.addressed(result, target);
    media.addressed(result, target);
    recorder.elsewhere(
      'url',
      'createObjectURL',
      byteLengthOf(target) ?? 0,
      url === null ? {} : { url },
    );
  });
  watch.method(globalThis.URL, 'revokeObjectURL', null, (_self, args) => {
    const url = blobs.urlOf(argument(args, 0));
    recorder.elsewhere('url', 'revokeObjectURL', 0, url === null ? {} : { url });
  });
}

/** The place of the call is looked up, since all that was detached by it is told one by one. */
function lookForDetached(recorder: Recorder, operation: string): void {
  if (!recorder.isFull) return;
  recorder.hook.s = recorder.takeSite();
  recorder.findDetached(operation);
}

/** Bytes of a view, a buffer or a Blob; null for anything else. */
function byteLengthOf(value: unknown): number | null {
  if (!isObject(value) || isProxy(value)) return null;
  const view = viewSlots(value);
  if (view !== null) return view.byteLength;
  return isBuffer(value) ? bufferSlots(value).byteLength : tryGet(blobSize, value);
}
