/** What a player asks of a file: its tracks and their codecs, how long it is, and the segments it can be appended by. */
import type { ByteRange } from '../bytes/ranges';
import { find, type FormatElement, type FormatTree } from './element';
import { NON_SYNC_SAMPLE } from './mp4-boxes';

export interface MediaTrack {
  readonly number: number;
  readonly kind: 'video' | 'audio' | 'other';
  /** As `codecs="…"` has it: `vp8`, `avc1.4d401f`; the file's own name where nothing is known of it. */
  readonly codec: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface MediaFrame {
  readonly track: number;
  /** Milliseconds from the file's beginning. */
  readonly time: number;
  readonly keyframe: boolean;
  readonly range: ByteRange;
}

/** A WebM cluster, or a fragment of MP4 (`moof` and its `mdat`). */
export interface MediaSegment {
  readonly range: ByteRange;
  /** Of its first frame, in milliseconds; null where the file does not say. */
  readonly time: number | null;
  /** Every block of WebM; of a fragment of MP4 the first sample of each track. */
  readonly frames: readonly MediaFrame[];
}

export interface MediaFacts {
  /** `video/webm; codecs="vp8, vorbis"`; null without a track that is known. */
  readonly type: string | null;
  /** Null where the file does not say, as a recorded one. */
  readonly durationMs: number | null;
  readonly tracks: readonly MediaTrack[];
  /** What has to be appended before any segment; null where it is not there. */
  readonly init: ByteRange | null;
  readonly segments: readonly MediaSegment[];
}

export function mediaFacts(tree: FormatTree): MediaFacts {
  return tree.format === 'webm' ? webmFacts(tree) : mp4Facts(tree);
}

const numberOf = (element: FormatElement | null): number | null =>
  element?.value?.kind === 'integer' || element?.value?.kind === 'float'
    ? Number(element.value.value)
    : null;
const textOf = (element: FormatElement | null): string | null =>
  element?.value?.kind === 'text' ? element.value.value : null;
const fieldOf = (element: FormatElement | null, name: string): number | string | null => {
  const fields = element?.value?.kind === 'fields' ? element.value.value : [];
  const value = fields.find((field) => field.name === name)?.value ?? null;
  return typeof value === 'bigint' ? Number(value) : value;
};

function typeOf(container: string, tracks: readonly MediaTrack[]): string | null {
  const played = tracks.filter(({ kind }) => kind !== 'other');
  if (played.length === 0) return null;
  const kind = played.some((track) => track.kind === 'video') ? 'video' : 'audio';
  return `${kind}/${container}; codecs="${played.map(({ codec }) => codec).join(', ')}"`;
}

/** CodecID to the name that `isTypeSupported` takes. */
const WEBM_CODECS: Readonly<Record<string, string>> = {
  V_VP8: 'vp8',
  V_VP9: 'vp9',
  V_AV1: 'av01.0.04M.08',
  A_VORBIS: 'vorbis',
  A_OPUS: 'opus',
};
/** The TimestampScale of a file that has none: a millisecond, in nanoseconds. */
const USUAL_SCALE = 1_000_000;

function webmFacts({ elements }: FormatTree): MediaFacts {
  const segment = find(elements, ['Segment']);
  const inside = segment?.children ?? [];
  const scale = (numberOf(find(inside, ['Info', 'TimestampScale'])) ?? USUAL_SCALE) / 1e6;
  const duration = numberOf(find(inside, ['Info', 'Duration']));
  const entries = find(inside, ['Tracks'])?.children ?? [];
  const tracks = entries
    .filter(({ name }) => name === 'TrackEntry')
    .map(({ children }): MediaTrack => {
      const kinds = { 1: 'video', 2: 'audio' } as const;
      const type = numberOf(find(children, ['TrackType'])) ?? 0;
      const id = textOf(find(children, ['CodecID'])) ?? '';
      return {
        number: numberOf(find(children, ['TrackNumber'])) ?? 0,
        kind: type === 1 || type === 2 ? kinds[type] : 'other',
        codec: WEBM_CODECS[id] ?? id,
        width: numberOf(find(children, ['Video', 'PixelWidth'])),
        height: numberOf(find(children, ['Video', 'PixelHeight'])),
      };
    });
  const clusters = inside.filter(({ name }) => name === 'Cluster');
  const start = elements[0]?.range.start ?? 0;
  const end = clusters[0]?.range.start ?? segment?.range.end ?? 0;
  return {
    type: typeOf('webm', tracks),
    durationMs: duration === null ? null : duration * scale,
    tracks,
    init: tracks.length === 0 ? null : { start, end },
    segments: clusters.map(({ range, children }) => {
      const time = numberOf(find(children, ['Timestamp']));
      const frames = children.flatMap((child) => framesOf(child, time ?? 0, scale));
      return { range, time: time === null ? null : time * scale, frames };
    }),
  };
}

function framesOf(element: FormatElement, clusterTime: number, scale: number): MediaFrame[] {
  const isGroup = element.name === 'BlockGroup';
  const block = isGroup ? find(element.children, ['Block']) : element;
  if (block?.value?.kind !== 'block') return [];
  const { track, relativeTime, keyframe } = block.value.value;
  return [
    {
      track,
      time: (clusterTime + relativeTime) * scale,
      keyframe: isGroup ? find(element.children, ['ReferenceBlock']) === null : keyframe,
      range: element.range,
    },
  ];
}

function mp4Facts({ elements }: FormatTree): MediaFacts {
  const moov = find(elements, ['moov']);
  const traks = (moov?.children ?? []).filter(({ name }) => name === 'trak');
  const timescales = new Map<number, number>();
  const tracks = traks.map(({ children }): MediaTrack => {
    const header = find(children, ['tkhd']);
    const number = Number(fieldOf(header, 'track_ID') ?? 0);
    timescales.set(number, Number(fieldOf(find(children, ['mdia', 'mdhd']), 'timescale') ?? 0));
    const handler = fieldOf(find(children, ['mdia', 'hdlr']), 'handler_type');
    const entry = find(children, ['mdia', 'minf', 'stbl', 'stsd'])?.children[0] ?? null;
    const isVideo = handler === 'vide';
    return {
      number,
      kind: isVideo ? 'video' : handler === 'soun' ? 'audio' : 'other',
      codec: entry === null ? '' : mp4Codec(entry),
      width: isVideo ? Number(fieldOf(entry, 'width') ?? 0) : null,
      height: isVideo ? Number(fieldOf(entry, 'height') ?? 0) : null,
    };
  });
  const header = find(elements, ['moov', 'mvhd']);
  const timescale = Number(fieldOf(header, 'timescale') ?? 0);
  const ticks = Number(fieldOf(header, 'duration') ?? 0);
  const defaults = new Map(
    (find(elements, ['moov', 'mvex'])?.children ?? []).map((trex) => [
      Number(fieldOf(trex, 'track_ID') ?? 0),
      Number(fieldOf(trex, 'default_sample_flags') ?? 0),
    ]),
  );
  const segments = elements.flatMap((box, i): MediaSegment[] => {
    if (box.name !== 'moof') return [];
    const next = elements[i + 1];
    const end = next?.name === 'mdat' ? next.range.end : box.range.end;
    const frames = box.children.flatMap((traf): MediaFrame[] => {
      const header = find(traf.children, ['tfhd']);
      const base = fieldOf(find(traf.children, ['tfdt']), 'baseMediaDecodeTime');
      const track = Number(fieldOf(header, 'track_ID') ?? 0);
      const scale = timescales.get(track) ?? 0;
      if (traf.name !== 'traf' || base === null || scale === 0) return [];
      const flags =
        fieldOf(find(traf.children, ['trun']), 'first_sample_flags') ??
        fieldOf(header, 'default_sample_flags') ??
        defaults.get(track);
      const keyframe = (Number(flags ?? 0) & NON_SYNC_SAMPLE) === 0;
      return [{ track, time: (Number(base) / scale) * 1000, keyframe, range: traf.range }];
    });
    return [{ range: { start: box.range.start, end }, time: frames[0]?.time ?? null, frames }];
  });
  return {
    type: typeOf('mp4', tracks),
    // A fragmented file says 0, and means that it does not know.
    durationMs: ticks === 0 || timescale === 0 ? null : (ticks / timescale) * 1000,
    tracks,
    init: moov === null ? null : { start: elements[0]?.range.start ?? 0, end: moov.range.end },
    segments,
  };
}

const hex = (byte: number | string | null): string =>
  Number(byte ?? 0)
    .toString(16)
    .padStart(2, '0');

/** @see RFC 6381 */
function mp4Codec(entry: FormatElement): string {
  const avc = find(entry.children, ['avcC']);
  if (avc !== null) {
    const names = ['AVCProfileIndication', 'profile_compatibility', 'AVCLevelIndication'];
    return `${entry.name}.${names.map((name) => hex(fieldOf(avc, name))).join('')}`;
  }
  const esds = find(entry.children, ['esds']);
  if (esds === null) return entry.name === 'Opus' ? 'opus' : entry.name;
  const audioType = fieldOf(esds, 'audioObjectType');
  return `mp4a.${hex(fieldOf(esds, 'objectTypeIndication'))}${audioType === null ? '' : `.${audioType}`}`;
}
