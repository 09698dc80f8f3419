import type { ByteRange } from '../../core/bytes/ranges';
import { tellingValue, type InspectorText } from '../inspector';
import { mediaFile } from './media-file';

const whole = new Intl.NumberFormat('ko');
const bytes = (n: number): string => `${whole.format(n)}바이트`;
const hex = (offset: number): string => `0x${offset.toString(16).toUpperCase()}`;
const rangeText = ({ start, end }: ByteRange): string =>
  end - start === 1 ? hex(start) : `${hex(start)}–${hex(end - 1)}`;

export const inspector: InspectorText = {
  link: '파일 검사기',
  page: {
    title: '파일 검사기',
    description:
      '어떤 파일이든 열어 바이트를 봅니다. 구조, 두 바이트 순서로 읽은 값, 검색, 메모가 있습니다. 파일은 기기 밖으로 나가지 않습니다.',
    lead: '어떤 파일이든 열어서 바이트를 들여다봅니다. PNG, JPEG(EXIF 포함), GIF, BMP, WAV, WebM, MP4, ZIP, WebAssembly 파일이면 각 바이트가 무엇인지 보여 줍니다. 그 밖의 파일도 바이트와 값을 보고 검색할 수 있습니다.',
    stays:
      '파일은 이 기기에서 필요한 만큼만 읽으며 어디로도 보내지 않습니다. 메모는 이 브라우저에 저장합니다.',
    noScript: '파일 검사기는 JavaScript로 파일을 읽는데, 이 브라우저에서는 꺼져 있습니다.',
  },
  label: '파일 검사기',
  open: '파일 열기',
  openOther: '다른 파일 열기',
  close: '닫기',
  drop: '또는 이 페이지 아무 데나 끌어다 놓으세요',
  examples: '이 사이트의 파일로 시작해도 됩니다.',
  bytes,
  formats: {
    webm: 'WebM',
    mp4: 'MP4',
    png: 'PNG',
    jpeg: 'JPEG',
    gif: 'GIF',
    bmp: 'BMP',
    wav: 'WAV',
    zip: 'ZIP',
    wasm: 'WebAssembly',
  },
  unknownFormat: (looksLike, first) =>
    `${looksLike === null ? '이 검사기가 모르는 형식입니다' : `${looksLike} 형식처럼 보이지만 이 검사기는 그 구조를 읽지 못합니다`}. 오프셋 0부터의 바이트: ${first}.`,
  said: {
    opening: (name) => `${name} 여는 중`,
    opened: (name, format) =>
      `${name} 파일을 열었습니다${format === null ? '' : `. 형식: ${format}`}.`,
    empty: (name) => `${name} 파일이 비어 있습니다. 볼 바이트가 없습니다.`,
    unreadable: (name) =>
      `${name} 파일을 읽을 수 없습니다. 옮겨졌거나 바뀌었을 수 있습니다. 다시 열어 주세요.`,
    notFetched: (name) => `${name} 파일을 이 사이트에서 가져오지 못했습니다.`,
    closed: (name) => `${name} 파일을 닫았습니다.`,
  },
  structure: {
    title: '구조',
    reading: '구조를 읽는 중',
    elements: (count, isWhole) =>
      isWhole ? whole.format(count) : `지금까지 ${whole.format(count)}개 읽음`,
    value: (element) => tellingValue(element, mediaFile.value),
    fields: (name) => `${name}의 필드`,
  },
  grid: {
    title: '바이트',
    label: '파일의 바이트, 한 줄씩',
    keys: '화살표 키로 한 바이트나 한 줄씩 움직이고, Shift를 함께 누르면 선택합니다. Page Up과 Page Down은 한 화면씩 움직입니다. Home과 End는 줄의 양 끝으로, Control을 함께 누르면 파일의 양 끝으로 갑니다. Control과 A로 모두 선택하고, Control과 C로 16진수로 복사합니다.',
    row: (offset, values) =>
      `오프셋 ${hex(offset)}, ${bytes(values.length)}: ${values.map((v) => v ?? '읽지 않음').join(' ')}`,
    at: (offset, shown, of) => `${hex(offset)}: ${shown}${of === null ? '' : `, ${of}`}`,
    legend: { id: 'ID나 종류', size: '크기', number: '수', text: '텍스트나 이진 데이터' },
    legendLabel: '바이트가 무엇인지',
  },
  go: {
    label: '오프셋으로 이동',
    hint: '0x1F0, 496, +16, -16, 0x10..0x20',
    button: '이동',
    noOffset: (text) =>
      `“${text}”: 오프셋이 아닙니다. 10진수(496), 16진수(0x1F0), 이동할 거리(+16, -16), 범위(0x10..0x20)로 적어 주세요.`,
    outside: (text, last) =>
      `${text}: 파일 밖입니다. 파일의 마지막 바이트는 ${hex(last)}에 있습니다.`,
    went: (range) => `이동했습니다: ${rangeText(range)}.`,
  },
  search: {
    label: '파일에서 검색',
    kind: '형식',
    hex: '16진수',
    encodings: {
      'utf-8': '텍스트, UTF-8',
      'utf-16le': '텍스트, UTF-16 LE',
      'utf-16be': '텍스트, UTF-16 BE',
    },
    ignoreCase: '대소문자 무시(A–Z)',
    next: '다음',
    previous: '이전',
    cancel: '취소',
    hexHint: 'FF D8 ??',
    textHint: 'Exif',
    noHex: (text) =>
      `“${text}”: 바이트가 아닙니다. 바이트마다 16진수 두 자리로 적고, 아무 숫자나 되는 자리는 ?로 적으세요. 예: FF D8 ??`,
    noText: '찾을 것을 적어 주세요.',
    tooLong: (most) => `너무 깁니다. ${bytes(most)}까지 검색할 수 있습니다.`,
    searching: (percent) => `검색 중, ${percent}%`,
    found: (range) => `${rangeText(range)}에서 찾았습니다.`,
    none: '이 파일에는 없습니다.',
    cancelled: '취소했습니다.',
    failed: '파일을 더 읽을 수 없습니다.',
  },
  selection: {
    title: '선택 영역',
    range: (range) => `${rangeText(range)}, ${bytes(range.end - range.start)}`,
    copy: '복사 형식',
    forms: { hex: '16진수', js: 'JS 배열', base64: 'Base64', c: 'C 배열' },
    copied: (count, form) => `${bytes(count)}를 복사했습니다. 형식: ${form}.`,
    tooMany: (count, most) =>
      `${bytes(count)}를 선택했습니다. 텍스트로는 ${bytes(most)}까지 복사합니다. 더 적게 선택해 주세요.`,
    notCopied: '이 브라우저가 복사를 허용하지 않았습니다.',
  },
  lanes: {
    title: '형식화 배열로 본 바이트',
    partFailed: '이 뷰를 불러오지 못했습니다.',
    partRetry: '다시 시도',
  },
  readings: {
    title: '값',
    at: (offset) => `${hex(offset)}부터`,
    type: '타입',
    little: '리틀 엔디언',
    big: '빅 엔디언',
    others: {
      bits: '비트',
      ascii: 'ASCII',
      utf8: 'UTF-8',
      utf16: 'UTF-16',
      seconds: '유닉스 시간, Int32 초',
      milliseconds: '유닉스 시간, BigInt64 밀리초',
    },
    none: '없음',
  },
  notes: {
    title: '메모',
    count: (count) => whole.format(count),
    none: '바이트를 선택하고 무엇인지 적어 보세요.',
    name: '선택한 곳의 메모',
    colour: '색',
    colours: { red: '빨강', green: '초록', blue: '파랑', grey: '회색' },
    add: '추가',
    unnamed: '이름 없음',
    go: (name, range) => `${name}, ${rangeText(range)}`,
    rename: (name) => `메모 ${name}의 이름`,
    recolour: (name) => `메모 ${name}의 색`,
    remove: (name) => `메모 ${name} 지우기`,
    removed: (name) => `메모 ${name}: 지웠습니다.`,
    undo: '되돌리기',
    save: 'JSON으로 저장',
    openList: 'JSON 열기',
    kept: '이 브라우저에 이 파일의 메모로 저장했습니다.',
    notKept: '이 브라우저에는 저장되지 않습니다. 나가기 전에 JSON으로 저장하세요.',
    setAside:
      '이 파일의 메모로 저장되어 있던 것을 읽을 수 없습니다. 손대지 않고 이 브라우저에 따로 두었습니다.',
    noList: (name) => `${name}: 파일 검사기의 메모가 없습니다.`,
    imported: ({ count, leftOut, noRoom, ofOther }) =>
      [
        `메모 ${whole.format(count)}개를 가져왔습니다.`,
        ...(leftOut > 0 ? [`${whole.format(leftOut)}개는 이 파일에 맞지 않습니다.`] : []),
        ...(noRoom > 0 ? [`${whole.format(noRoom)}개는 자리가 없어 가져오지 못했습니다.`] : []),
        ...(ofOther === null ? [] : [`${ofOther} 파일에 단 메모입니다.`]),
      ].join(' '),
    full: (most) => `메모는 ${whole.format(most)}개까지 둘 수 있습니다.`,
  },
};
