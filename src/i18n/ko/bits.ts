import type { BitsText } from '../bits';

export const bits: BitsText = {
  label: (byteOffset) => `${byteOffset}번 바이트의 비트`,
  byte: '바이트',
  row: '여덟 비트, 최상위 비트부터',
  bit: (bit, weight) => `비트 ${bit}, 자릿값 ${weight}`,
  unsigned: '부호 없음',
  signed: '부호 있음',
  agree: '최상위 비트가 0이므로 부호가 있든 없든 값이 같습니다.',
  negative: (magnitude) => [
    '2의 보수: 모든 비트를 뒤집으면 ',
    `, 여기에 1을 더하면 ${magnitude}, 따라서 값은 −${magnitude}입니다.`,
  ],
  close: '비트 닫기',
  flipped: (bit, on, hex, value) =>
    `비트 ${bit}: ${on ? '켜짐' : '꺼짐'}. 바이트는 16진수 ${hex}, 값은 ${value}입니다.`,
  choose: '바이트를 고르면 비트가 보입니다.',
};
