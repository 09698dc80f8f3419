/**
 * What a program does with MediaSource, SourceBuffer and media elements, and what the browser tells of them, watched. The
 * recorder listens ahead of the program: it adds its listeners when an object is made or first met, and for elements on
 * the page it hears every event on the window, on its way down.
 */
import type { PlaybackTarget } from '../../core/trace/playback-facts';
import { getter, prototypeOf, uncurry } from '../primordials';
import { isObject } from './native-arguments';
import { MEDIA_PROTOTYPES, thrownError } from './media';
import { argument, type After, type Failed, type NativeWatch } from './native-watch';

const EVENTS: Readonly<Record<PlaybackTarget, readonly string[]>> = {
  'media-source': ['sourceopen', 'sourceended', 'sourceclose', 'startstreaming', 'endstreaming'],
  'source-buffer': ['updatestart', 'update', 'updateend', 'error', 'abort'],
  element: [
    'loadstart',
    'durationchange',
    'loadedmetadata',
    'loadeddata',
    'canplay',
    'canplaythrough',
    'play',
    'playing',
    'pause',
    'waiting',
    'stalled',
    'seeking',
    'seeked',
    'timeupdate',
    'ended',
    'error',
    'emptied',
  ],
};

/** Attributes whose setters do something. */
const SETTERS = [
  ['media-source', 'duration'],
  ['source-buffer', 'timestampOffset'],
  ['source-buffer', 'mode'],
  ['source-buffer', 'appendWindowStart'],
  ['source-buffer', 'appendWindowEnd'],
  ['element', 'src'],
  ['element', 'srcObject'],
  ['element', 'currentTime'],
] as const;

const METHODS = [
  ['media-source', 'addSourceBuffer'],
  ['media-source', 'removeSourceBuffer'],
  ['media-source', 'endOfStream'],
  ['media-source', 'setLiveSeekableRange'],
  ['media-source', 'clearLiveSeekableRange'],
  ['source-buffer', 'remove'],
  ['source-buffer', 'abort'],
  ['source-buffer', 'changeType'],
  ['element', 'play'],
  ['element', 'pause'],
  ['element', 'load'],
] as const;

/** Both taken as they are now. In Node, which has no media, what a test tells is as good as a browser's word. */
const addListener = uncurry(EventTarget.prototype.addEventListener);
const eventTarget = getter<unknown>(prototypeOf('Event'), 'target');
const IS_NODE = 'process' in globalThis;

const NOTHING = { error: null, append: null } as const;

export function watchMedia(watch: NativeWatch): void {
  if (MEDIA_PROTOTYPES['media-source'] === undefined && MEDIA_PROTOTYPES.element === undefined)
    return;
  new MediaWatch(watch).begin();
}

class MediaWatch {
  readonly #watch: NativeWatch;
  /** It comes to the window first, and then to the element itself. */
  #lastEvent: Event | null = null;

  constructor(watch: NativeWatch) {
    this.#watch = watch;
  }

  begin(): void {
    const watch = this.#watch;
    const { recorder } = watch;
    const { media } = recorder;
    for (const name of ['MediaSource', 'ManagedMediaSource']) {
      watch.rareConstructor(name, (made) => {
        this.#listen('media-source', made);
        recorder.played('media-source', made, 'call', `new ${name}`, NOTHING);
      });
    }
    for (const [target, key] of METHODS) {
      const owner = MEDIA_PROTOTYPES[target];
      watch.rareMethod(owner, key, this.#afterMethod(target, key), this.#afterThrow(target, key));
    }
    for (const [target, key] of SETTERS) {
      const owner = MEDIA_PROTOTYPES[target];
      const after: After = (self) => this.#call(target, self, key);
      watch.rareSetter(owner, key, after, this.#afterThrow(target, key));
    }
    watch.method(
      MEDIA_PROTOTYPES['source-buffer'],
      'appendBuffer',
      null,
      (self, args) => this.#appended(self, argument(args, 0)),
      (self, args, error) => {
        if (!media.is('source-buffer', self)) return;
        this.#threw('source-buffer', self, 'appendBuffer', error, argument(args, 0));
      },
    );
    if (typeof window !== 'undefined') this.#listenOnWindow();
  }

  #afterMethod(target: PlaybackTarget, key: string): After {
    const { media } = this.#watch.recorder;
    return (self, args, result) => {
      if (!media.is(target, self)) return;
      if (key === 'addSourceBuffer' && isObject(result)) {
        media.added(result, self, argument(args, 0));
        this.#listen('source-buffer', result);
      } else if (key === 'changeType') media.changed(self, argument(args, 0));
      else if (key === 'remove') media.removing(self);
      this.#call(target, self, key);
    };
  }

  #appended(self: unknown, data: unknown): void {
    const { recorder } = this.#watch;
    const { media } = recorder;
    if (!media.is('source-buffer', self)) return;
    recorder.expect(data);
    recorder.readsAny(data, 'appendBuffer', true);
    const append = media.appended(self, data, false);
    const kept = append === null ? null : media.keptOf(data);
    const more = { error: null, append };
    recorder.played('source-buffer', self, 'call', 'appendBuffer', more, kept);
  }

  #afterThrow(target: PlaybackTarget, key: string): Failed {
    return (self, _args, error) => {
      if (this.#watch.recorder.media.is(target, self)) this.#threw(target, self, key, error);
    };
  }

  #threw(
    target: PlaybackTarget,
    object: object,
    operation: string,
    thrown: unknown,
    data?: unknown,
  ): void {
    const { recorder } = this.#watch;
    const append = data === undefined ? null : recorder.media.appended(object, data, true);
    const more = { error: thrownError(thrown), append };
    const fact = recorder.played(target, object, 'threw', operation, more);
    recorder.mediaFailed(thrown, operation, fact);
  }

  #call(target: PlaybackTarget, self: unknown, operation: string): void {
    const { recorder } = this.#watch;
    if (!recorder.media.is(target, self)) return;
    if (target === 'element') this.#meet(self);
    recorder.played(target, self, 'call', operation, NOTHING);
  }

  #meet(media: object): void {
    if (this.#watch.recorder.media.meet(media)) this.#listen('element', media);
  }

  #listenOnWindow(): void {
    const heard = (event: Event, type: string): void => {
      const media = eventTarget(event);
      if (!this.#watch.recorder.media.is('element', media)) return;
      this.#meet(media);
      this.#heard('element', media, type, event);
    };
    for (const type of EVENTS.element) {
      addListener(window, type, (event) => quietly(() => heard(event, type)), true);
    }
  }

  #listen(target: PlaybackTarget, object: object): void {
    if (!this.#watch.recorder.isFull) return;
    const types = EVENTS[target];
    for (let i = 0; i < types.length; i++) {
      const type = types[i] as string;
      addListener(
        object,
        type,
        (event) => quietly(() => this.#heard(target, object, type, event)),
        true,
      );
    }
  }

  #heard(target: PlaybackTarget, object: object, type: string, event: Event): void {
    // What a program dispatches is not the browser's word. The property is the event's own, and no program can replace it.
    if (event === this.#lastEvent || !(IS_NODE || event.isTrusted)) return;
    this.#lastEvent = event;
    const { recorder } = this.#watch;
    const { media } = recorder;
    if (target === 'source-buffer') {
      const append = media.appendOf(object, type);
      recorder.played(target, object, 'event', type, { error: null, append });
    } else if (target === 'element' && type === 'error') {
      const error = media.errorOf(object);
      recorder.played(target, object, 'event', type, { error, append: null });
    } else recorder.played(target, object, 'event', type, NOTHING);
  }
}

/** A listener of the recorder's must not make an error that a program could hear of. */
function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // A step is missing, then.
  }
}
