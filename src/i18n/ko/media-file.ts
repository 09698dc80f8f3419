import type { ByteRange } from '../../core/bytes/ranges';
import type { FormatElement, FormatProblem } from '../../core/formats/element';
import type { MediaFileText } from '../media-file';

const whole = new Intl.NumberFormat('ko');
const two = new Intl.NumberFormat('ko', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const short = new Intl.NumberFormat('ko', { maximumSignificantDigits: 9 });

const bytes = (n: number): string => `${whole.format(n)}바이트`;
const hex = (offset: number): string => `0x${offset.toString(16).toUpperCase()}`;
const lengthOf = ({ start, end }: ByteRange): number => end - start;

/** What a box has first and nobody asks for. */
const UNTOLD = [
  'version',
  'flags',
  'pre_defined',
  'reserved',
  'data_reference_index',
  'configurationVersion',
  'creation_time',
  'modification_time',
];

function value({ value: of, data, children, childrenAreRead, missing }: FormatElement): string {
  if (of === null) {
    if (children.length > 0 || !childrenAreRead || lengthOf(data) === 0) return '';
    return missing > 0 ? `${bytes(lengthOf(data))}, 잘림` : bytes(lengthOf(data));
  }
  switch (of.kind) {
    case 'integer':
      return whole.format(of.value);
    case 'float':
      return short.format(of.value);
    case 'text':
      return `"${of.value.length > 32 ? `${of.value.slice(0, 31)}…` : of.value}"`;
    case 'block':
      return `${of.value.keyframe ? '키프레임, ' : ''}${bytes(lengthOf(data))}`;
    case 'fields': {
      const told = of.value.find(({ name }) => !UNTOLD.includes(name));
      if (told === undefined) return '';
      const shown = typeof told.value === 'string' ? `"${told.value}"` : whole.format(told.value);
      return `${told.name} ${shown}`;
    }
  }
}

const problemWords: Readonly<Record<FormatProblem['code'], string>> = {
  truncated: '잘렸습니다',
  'bad-id': '여기서 시작하는 요소가 없습니다',
  'bad-size': '있을 수 없는 크기입니다',
  'too-long': '들어 있는 요소보다 깁니다',
  'too-deep': '너무 깊이 있습니다',
  'too-many': '요소가 너무 많습니다',
  'bad-value': '데이터를 읽을 수 없습니다',
  'not-this-format': '파일의 시작이 그 형식과 다릅니다',
};

export const mediaFile: MediaFileText = {
  label: (name) => `미디어 파일 ${name}`,
  bytes,
  seconds: (ms) => `${two.format(ms / 1000)}초`,
  noDuration: '길이가 적혀 있지 않음',
  open: '내 파일 열기',
  drop: '여기 아무 데나 끌어다 놓으세요',
  backTo: (name) => `${name} 파일로 돌아가기`,
  reading: (name) => `${name} 읽는 중`,
  stays: '파일은 이 기기를 떠나지 않습니다.',
  refusals: {
    empty: (name) => `${name} 파일이 비어 있습니다. 볼 바이트가 없습니다.`,
    neither: (name, found, is) =>
      `${name} 파일은 WebM도 MP4도 아닙니다.${is === null ? '' : ` ${is} 형식처럼 보입니다.`} 오프셋 0에 있는 것: ${found}. WebM은 1A 45 DF A3으로 시작하고, MP4는 오프셋 4에 글자 "ftyp"이 있습니다.`,
    unreadable: (name) =>
      `${name} 파일을 읽을 수 없습니다. 옮겨졌거나 바뀌었을 수 있습니다. 다시 골라 주세요.`,
  },
  notFetched: '파일의 나머지를 가져오지 못했습니다. 페이지와 함께 온 바이트만 있습니다.',
  timeline: '타임라인',
  timelineSummary: (pieces, format, keyframes) =>
    [
      `${format === 'webm' ? '클러스터' : '조각'} ${whole.format(pieces)}개`,
      ...(keyframes === null ? [] : [`키프레임 ${whole.format(keyframes)}개`]),
    ].join(', '),
  piece: (format, first, last, start, end, range) =>
    `${format === 'webm' ? '클러스터' : '조각'} ${first === last ? String(first) : `${first}–${last}`}, ${two.format(start / 1000)}–${two.format(end / 1000)}초, 오프셋 ${whole.format(range.start)}부터 ${bytes(lengthOf(range))}`,
  pieceName: (first, last) => (first === last ? String(first) : `${first}–${last}`),
  keyframe: '키프레임',
  noTimeline: (format) =>
    format === 'webm'
      ? '클러스터가 없어서 재생할 것이 없습니다.'
      : '조각이 없습니다. 프레임이 저마다 mdat의 어디에 있는지는 표(moov) 하나에 적혀 있습니다.',
  tick: (seconds) => `${whole.format(seconds)}초`,
  treeTitle: { webm: 'WebM 요소', mp4: 'MP4 상자' },
  elements: (count, isWhole) =>
    isWhole ? whole.format(count) : `지금까지 ${whole.format(count)}개 읽음`,
  more: (children) => `+${whole.format(children)}`,
  value,
  unknownSize: '크기를 모름',
  problemMark: '문제',
  offset: ', 오프셋 ',
  bytesTitle: '바이트',
  shown: ({ start, end }, of) =>
    `${whole.format(of)} 중 ${whole.format(start)}–${whole.format(Math.max(start, end - 1))}`,
  grid: '파일의 바이트. 화살표 키로 옮기고, Page Up과 Page Down으로 한 화면씩, Control과 Home, End로 파일의 양 끝으로 갑니다',
  legend: '바이트가 무엇인지',
  roles: { id: 'ID', size: '크기', number: '수', text: '텍스트나 이진 데이터', type: '종류' },
  place: '파일에서의 자리',
  earlier: '앞의 바이트',
  later: '뒤의 바이트',
  byte: (offset, shown, role, name, format) => {
    const roles = { id: format === 'webm' ? 'ID' : '종류', size: '크기', data: '데이터' };
    const whose = role === null || name === null ? '속한 요소 없음' : `${name}의 ${roles[role]}`;
    return `오프셋 ${whole.format(offset)}, ${shown}, ${whose}`;
  },
  then: '다음',
  why: (element, format) => {
    const { sizeIsKnown, sizeRange, data, missing } = element;
    const size = lengthOf(data) + missing;
    if (format === 'mp4')
      return !sizeIsKnown
        ? '크기 0: 상자가 파일의 끝까지 이어짐'
        : `크기는 헤더까지 상자 전체를 셈: ${whole.format(data.end - element.range.start + missing)}`;
    if (!sizeIsKnown)
      return '크기의 비트가 모두 1: 크기를 모르고, 그 안에 있을 수 없는 것이 시작하는 곳에서 끝남';
    const n = lengthOf(sizeRange);
    const zeros = n === 1 ? '첫 비트가 1' : `처음 나오는 1 앞에 0이 ${n - 1}개`;
    return `${zeros}이므로 크기는 ${n}바이트로 적혀 있고, 나머지 비트가 말하는 값은 ${whole.format(size)}`;
  },
  parts: { id: 'ID', size: '크기', data: '데이터', type: '종류' },
  idSays: ({ name, id }, format) => {
    if (format === 'mp4') return `네 글자: ${name}.`;
    return name === 'unknown'
      ? `${id}: 여기서는 이름을 모릅니다. 표식 비트가 남습니다.`
      : `${name}. 표식 비트가 남습니다.`;
  },
  sizeSays: (element, format) => {
    const { sizeIsKnown, data, range, missing, sizeRange } = element;
    if (format === 'mp4') {
      if (!sizeIsKnown) return '0: 파일의 끝까지.';
      const size = whole.format(lengthOf(range) + missing);
      return lengthOf(sizeRange) === 8
        ? `종류 앞의 32비트가 1이므로 64비트: 헤더까지 ${size}.`
        : `빅 엔디언, 헤더까지: ${size}.`;
    }
    return sizeIsKnown
      ? `표식 비트를 뗍니다: ${whole.format(lengthOf(data) + missing)}.`
      : '표식 뒤가 모두 1: 크기를 모릅니다.';
  },
  dataSays: (element) => {
    const { children, childrenAreRead, missing, data } = element;
    const cutOff = missing > 0 ? ` 그 가운데 ${bytes(missing)}가 없습니다.` : '';
    if (element.value !== null && element.value.kind !== 'fields' && element.value.kind !== 'block')
      return `${value(element)}${cutOff}`;
    if (children.length > 0 || !childrenAreRead) return `자식 요소가 여기서 시작합니다.${cutOff}`;
    if (lengthOf(data) === 0) return `없음.${cutOff}`;
    return element.value === null
      ? `여기서는 열지 않는 ${bytes(lengthOf(data))}.${cutOff}`
      : cutOff.trim();
  },
  field: (of) => (typeof of === 'string' ? `"${of}"` : whole.format(of)),
  moreBytes: (count) => `+${whole.format(count)}`,
  block: {
    track: '트랙',
    time: '시각',
    relative: (units) =>
      `${units < 0 ? '−' : '+'}${whole.format(Math.abs(units))}, 클러스터의 Timestamp부터`,
    flags: '플래그',
    keyframe: (is) => (is ? '키프레임' : '키프레임 아님'),
    lacing: {
      none: '레이싱 없음: 프레임 하나',
      xiph: 'Xiph 레이싱',
      fixed: '같은 크기의 레이싱',
      ebml: 'EBML 레이싱',
    },
    frames: (lengths) =>
      lengths.length === 1
        ? `프레임 하나, ${bytes(lengths[0] ?? 0)}`
        : `프레임 ${whole.format(lengths.length)}개, ${lengths
            .slice(0, 8)
            .map((n) => whole.format(n))
            .join(', ')}${lengths.length > 8 ? ', …' : ''}바이트`,
  },
  problems: (count) => `문제 ${whole.format(count)}개`,
  problem: ({ offset, code, within, found, expected }) =>
    `오프셋 ${whole.format(offset)} (${hex(offset)})${within === null ? '' : `, ${within} 안`}: ${problemWords[code]}. 찾은 것: ${found}, 있어야 할 것: ${expected}.`,
  noProblems: '모든 바이트가 어느 요소에 속합니다.',
};
