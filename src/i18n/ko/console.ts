import type { ConsoleText } from '../console';

const n = new Intl.NumberFormat('ko');

export const consoleWords: ConsoleText = {
  expand: '안에 든 것 펼치기',
  collapse: '안에 든 것 접기',
  // With a space: the number that is seen is then a word of the name, which who speaks to the page says.
  line: (line) => `${line} 행`,
  times: (count) => `${n.format(count)}번`,
  level: { warn: '경고', error: '오류', info: '정보', debug: '디버그' },
  moreItems: (count) => `… ${n.format(count)}개 더`,
  moreText: (count) => `… ${n.format(count)}글자 더`,
  indexColumn: '(인덱스)',
  valueColumn: '값',
  detached: '분리됨',
  facts: {
    buffer: 'buffer',
    byteOffset: 'byteOffset',
    byteLength: 'byteLength',
    length: 'length',
    maxByteLength: 'maxByteLength',
    bytes: '바이트, 16진수',
    type: 'type',
    size: 'size',
  },
  bufferOf: (id, byteLength) =>
    id === null
      ? `ArrayBuffer(${n.format(byteLength)})`
      : `ArrayBuffer(${n.format(byteLength)}), 메모리의 ${id + 1}번`,
  moreBytes: (count) => `… ${n.format(count)}바이트 더`,
  unreadBytes: '읽지 않음',
  emptySlots: (count) => (count === 1 ? '빈 자리' : `빈 자리 × ${n.format(count)}`),
};
