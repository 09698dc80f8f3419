/**
 * Errors of MediaSource, SourceBuffer and media elements as facts. Firefox 153 has one sentence for every InvalidStateError,
 * so what threw and how things stood then (FailedMedia) comes first, where the recorder knows it; the patterns behind it
 * were read off Chromium 156 and Firefox 153.
 */
import { failedMedia } from '../trace/failed-media';
import type { PlaybackFact } from '../trace/playback-facts';
import type { FailedMedia } from '../trace/run';

export type MediaErrorFact =
  /** A SourceBuffer takes one thing after the other. */
  | { readonly kind: 'media-busy'; readonly call: string | null }
  /** `state` null: one of the two that are not open. */
  | {
      readonly kind: 'media-not-open';
      readonly call: string | null;
      readonly state: 'closed' | 'ended' | null;
    }
  | { readonly kind: 'media-removed'; readonly call: string | null }
  /** Frames lie beyond the new duration. */
  | { readonly kind: 'media-duration-cuts' }
  | { readonly kind: 'media-duration-invalid' }
  | { readonly kind: 'media-type'; readonly call: 'addSourceBuffer' | 'changeType' }
  | { readonly kind: 'media-type-empty'; readonly call: 'addSourceBuffer' | 'changeType' }
  /** `addSourceBuffer`: no more of them, or no more now that media has come. */
  | { readonly kind: 'media-too-many' }
  | { readonly kind: 'media-remove-early' }
  | { readonly kind: 'media-remove-range' }
  | { readonly kind: 'media-not-bytes' }
  | { readonly kind: 'media-resizable' }
  | { readonly kind: 'media-quota' }
  | { readonly kind: 'media-not-found' }
  | { readonly kind: 'play-not-allowed' }
  | { readonly kind: 'play-interrupted'; readonly by: 'pause' | 'load' | null }
  | { readonly kind: 'play-no-source' }
  | { readonly kind: 'no-object-url' }
  /** `error` of a media element. `ofSource`: it plays a MediaSource. */
  | { readonly kind: 'media-error'; readonly code: 1 | 2 | 3 | 4; readonly ofSource: boolean };

/** The fact behind a step that threw, or behind an element's `error` event; null for other steps and unknown errors. */
export function explainPlayback(operation: string, fact: PlaybackFact): MediaErrorFact | null {
  const { error } = fact;
  if (error === null) return null;
  const { code } = error;
  if (code === 1 || code === 2 || code === 3 || code === 4) {
    return { kind: 'media-error', code, ofSource: fact.state.source !== null };
  }
  return explainMedia(error, failedMedia(operation, fact));
}

interface Thrown {
  readonly name: string;
  readonly message: string;
}

/** @param media what the recorder knows of the call; null where it was none that it watches, or was not recorded */
export function explainMedia(error: Thrown, media: FailedMedia | null): MediaErrorFact | null {
  return (media && byState(error, media)) ?? byMessage(error);
}

function byState({ name, message }: Thrown, media: FailedMedia): MediaErrorFact | null {
  const { target, call } = media;
  if (target === 'element') return null;
  const isType = call === 'addSourceBuffer' || call === 'changeType';
  if (name === 'InvalidStateError') {
    if (media.removed) return { kind: 'media-removed', call };
    if (media.updating) return { kind: 'media-busy', call };
    // A SourceBuffer opens an ended MediaSource again by itself.
    if (target === 'media-source' && media.readyState !== null && media.readyState !== 'open')
      return { kind: 'media-not-open', call, state: media.readyState };
    return call === 'duration' ? { kind: 'media-duration-cuts' } : null;
  }
  if (name === 'NotSupportedError') return isType ? { kind: 'media-type', call } : null;
  if (name === 'QuotaExceededError') {
    return { kind: call === 'addSourceBuffer' ? 'media-too-many' : 'media-quota' };
  }
  if (name === 'NotFoundError') return { kind: 'media-not-found' };
  if (name !== 'TypeError') return null;
  if (isType) return { kind: 'media-type-empty', call };
  if (call === 'duration') return { kind: 'media-duration-invalid' };
  if (call === 'remove') {
    return { kind: media.hasDuration ? 'media-remove-range' : 'media-remove-early' };
  }
  if (call !== 'appendBuffer') return null;
  return { kind: /resizable|shared/i.test(message) ? 'media-resizable' : 'media-not-bytes' };
}

type Rule = readonly [
  name: RegExp,
  message: RegExp,
  fact: (match: RegExpExecArray) => MediaErrorFact,
];

/** `Failed to execute 'appendBuffer' on 'SourceBuffer'` and `Failed to set the 'mode' property on 'SourceBuffer'`. */
const FAILED =
  "^Failed to (?:execute|set the|read the) '(\\w+)' (?:property )?(?:on|from) '\\w+': ";
const inFailed = (said: string) => new RegExp(FAILED + said);

const RULES: readonly Rule[] = [
  [
    /^InvalidStateError$/,
    inFailed("(?:This SourceBuffer is still processing|The 'updating' attribute is true)"),
    (m) => ({ kind: 'media-busy', call: m[1] ?? null }),
  ],
  [
    /^InvalidStateError$/,
    inFailed('This SourceBuffer has been removed'),
    (m) => ({ kind: 'media-removed', call: m[1] ?? null }),
  ],
  [
    /^InvalidStateError$/,
    inFailed("The MediaSource's readyState is not 'open'"),
    (m) => ({ kind: 'media-not-open', call: m[1] ?? null, state: null }),
  ],
  [/^QuotaExceededError$/, /SourceBuffer|appendBuffer/, () => ({ kind: 'media-quota' })],
  [
    /^NotAllowedError$/,
    /^play\(\) failed because|^play\(\) can only be initiated|^The play method is not allowed/,
    () => ({ kind: 'play-not-allowed' }),
  ],
  [
    /^AbortError$/,
    /interrupted by a call to pause/,
    () => ({ kind: 'play-interrupted', by: 'pause' }),
  ],
  [
    /^AbortError$/,
    /interrupted by a new load request|media was removed from the document/,
    () => ({ kind: 'play-interrupted', by: 'load' }),
  ],
  [
    /^AbortError$/,
    /^The fetching process for the media resource was aborted/,
    () => ({ kind: 'play-interrupted', by: null }),
  ],
  [
    /^NotSupportedError$/,
    /no supported sources?\b|^The media resource indicated by the src attribute/,
    () => ({ kind: 'play-no-source' }),
  ],
  [/^TypeError$/, /createObjectURL.*(?:Overload|could not be)/, () => ({ kind: 'no-object-url' })],
];

function byMessage({ name, message }: Thrown): MediaErrorFact | null {
  for (const [names, pattern, fact] of RULES) {
    const match = names.test(name) ? pattern.exec(message) : null;
    if (match) return fact(match);
  }
  return null;
}
