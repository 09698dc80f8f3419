import type { MediaSourceText } from '../media-source';

type Of<K extends keyof MediaSourceText> = MediaSourceText[K] extends (...args: infer A) => string
  ? A
  : never;
type Because = Of<'stall'>[2];
type Name = Of<'bytesOf'>[0];
type Flying = Of<'summary'>[1];

const whole = new Intl.NumberFormat('ko');
const two = new Intl.NumberFormat('ko', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const short = new Intl.NumberFormat('ko', { maximumSignificantDigits: 3 });

const size = (bytes: number): string => {
  if (bytes < 1000) return `${whole.format(bytes)} B`;
  return bytes < 1e6 ? `${short.format(bytes / 1e3)} kB` : `${short.format(bytes / 1e6)} MB`;
};
const span = ({ start, end }: { readonly start: number; readonly end: number }): string =>
  `${two.format(start)}–${two.format(end)}`;
const spoken = (ranges: readonly { readonly start: number; readonly end: number }[]): string =>
  ranges.map((range) => `${span(range)}초`).join(', ');
const messages = (ids: readonly number[]): string =>
  `메시지 ${ids
    .slice(0, 4)
    .map((id) => whole.format(id + 1))
    .join(', ')}${ids.length > 4 ? ', …' : ''}`;
const flying = ({ messages: ids, bytes }: Flying): string =>
  `${size(bytes)}가 아직 가는 중입니다(${messages(ids)})`;
const named = ({ by, number }: Name): string =>
  `${by === 'chunk' ? '청크' : '추가'} ${whole.format(number)}`;

function reason(because: Because): string {
  switch (because.kind) {
    case 'failed':
      return `${named(because.name)}, 실패`;
    case 'appending':
      return `${named(because.name)}, 아직 추가하는 중`;
    case 'gap':
      return `다음 구간은 ${two.format(because.until)}초에서야 시작하고, 그 사이의 것은 추가되지 않았습니다${because.inFlight === null ? '' : `. ${flying(because.inFlight)}`}`;
    case 'queued':
      return `도착한 청크 ${whole.format(because.chunks)}개가 프로그램에서 기다리는데, 추가하는 코드가 없습니다`;
    case 'in flight':
      return flying(because.inFlight);
    case 'lost':
      return `이어질 것이 가는 길에 사라졌습니다(${messages(because.messages)})`;
    case 'asked':
      return `요청(메시지 ${whole.format(because.message + 1)})의 응답이 끝까지 오지 않았습니다`;
    case 'nothing':
      return '가는 중인 것이 없습니다. 프로그램은 더 달라고도, 이것이 끝이라고도(endOfStream) 하지 않았습니다';
  }
}

const places = {
  end: ', 버퍼링된 구간의 끝',
  middle: '',
  none: ', 버퍼링된 것이 없는 곳',
} as const;

const appendStates = {
  appended: '추가됨',
  appending: '추가하는 중',
  failed: '실패',
  aborted: '중단됨',
  threw: '오류를 던짐',
} as const;

export const mediaSource: MediaSourceText = {
  label: 'MediaSource',
  partFailed: '이 보기를 불러오지 못했습니다.',
  partRetry: '다시 시도',
  which: 'MediaSource 고르기',
  whichOption: (id) => `MediaSource ${id}`,
  follow: '이 단계에서 쓰이는 것',
  notYet: '이 단계에는 아직 MediaSource가 없습니다.',
  buffered: '버퍼링됨',
  nothingBuffered: '아직 없음',
  ranges: (ranges) => ranges.map(span).join(', '),
  legend: '막대가 나타내는 것',
  legends: { buffered: '버퍼링됨', appending: '추가하는 중', missing: '빠짐' },
  bar: ({ type, buffered, missing, appending, at }) =>
    [
      type === '' ? 'SourceBuffer' : type,
      buffered.length === 0 ? '버퍼링된 것 없음' : `버퍼링됨 ${spoken(buffered)}`,
      ...(missing.length === 0 ? [] : [`빠짐 ${spoken(missing)}`]),
      ...(appending.length === 0 ? [] : [`추가하는 중 ${spoken(appending)}`]),
      ...(at === null ? [] : [`재생 위치 ${two.format(at)}초`]),
    ].join('; '),
  time: (seconds) => two.format(seconds),
  tick: (seconds) => `${whole.format(seconds)}초`,
  stall: (at, place, because) =>
    `${two.format(at)}초에서 멈춤${places[place]}: ${reason(because)}.`,
  sourceBuffer: (id, ofMany) => (ofMany ? `SourceBuffer ${id}` : 'SourceBuffer'),
  states: 'MediaSource.readyState',
  updating: 'updating',
  idle: '쉼',
  facts: { updating: 'updating', mode: 'mode', offset: 'timestampOffset', duration: 'duration' },
  seconds: (seconds) => {
    if (Number.isNaN(seconds)) return 'NaN';
    return seconds === Infinity ? 'Infinity' : `${two.format(seconds)}초`;
  },
  logic: (pulses, isHigh) =>
    pulses === 0
      ? 'updating은 내내 false였습니다'
      : `updating을 선으로 나타낸 것: 최근에 ${whole.format(pulses)}번 올라갔고 지금은 ${isHigh ? '높음' : '낮음'}`,
  events: '호출과 이벤트, 최근 것부터',
  earlierEvents: (count) => `앞선 것 ${whole.format(count)}개`,
  event: (name, ms, line, error) =>
    [
      ...(error === null ? [] : [error]),
      ...(name === null ? [] : [named(name)]),
      ...(line === null ? [] : [`${line}행`]),
      `${whole.format(Math.round(ms))} ms`,
    ].join(', '),
  queue: '큐',
  outOfOrder: (early, late) => `청크 ${late}보다 청크 ${early} 쪽이 먼저 와서 빈틈이 생겼습니다`,
  short: ({ by, number }, isMixed) => `${by === 'append' && isMixed ? '#' : ''}${number}`,
  append: (name, state, bytes, line, error) =>
    [
      named(name),
      appendStates[state],
      ...(error === null ? [] : [error]),
      `${whole.format(bytes)}바이트`,
      ...(line === null ? [] : [`${line}행`]),
    ].join(', '),
  appendStates,
  waiting: '기다림',
  waitingChunk: (chunk, bytes) => `청크 ${chunk}, 도착해서 기다림, ${whole.format(bytes)}바이트`,
  size,
  moreAppends: (count) => `그 앞에 ${whole.format(count)}개`,
  emptyQueue: '추가된 것도, 기다리는 것도 없습니다.',
  summary: (waiting, { messages: ids, bytes }) =>
    [
      `기다림 ${whole.format(waiting)}`,
      ids.length === 0 ? '가는 중인 것 없음' : `가는 중 ${size(bytes)}`,
    ].join(', '),
  bytesOf: (name) => `${named(name)}의 요소와 바이트`,
  notKept: '바이트가 너무 많아서 기록에 담지 못했습니다.',
  notRead: '이 바이트는 WebM이나 MP4로 알아볼 수 있는 것으로 시작하지 않습니다.',
  partNote: (from, to) =>
    `밑줄: 지금까지 추가된 것 가운데 바이트 ${whole.format(from)}–${whole.format(to - 1)}.`,
};
