import type { HeroText } from '../hero';

const count = new Intl.NumberFormat('ko');

export const hero: HeroText = {
  input: '인코딩할 텍스트',
  memory: '인코딩된 텍스트의 메모리',
  idle: '위의 문자열을 고쳐 보세요. 칸을 가리키면 그 칸이 차지한 바이트가 보입니다.',
  size: (bytes, codePoints, characters) =>
    [
      `${count.format(bytes)}바이트`,
      ...(codePoints === characters ? [] : [`코드 포인트 ${count.format(codePoints)}개`]),
      `${count.format(characters)}글자`,
    ].join(', '),
  lane: '문자',
  invisible: {
    0x09: '탭',
    0x0a: '줄 바꿈',
    0x0d: '캐리지 리턴',
    0x20: '공백',
    0xa0: 'nbsp',
    0xad: '소프트 하이픈',
    0x200b: 'ZWSP',
    0x200c: 'ZWNJ',
    0x200d: '결합자',
    0x2060: '단어 결합자',
    0x3000: '전각 공백',
    0xfe0e: '글자로',
    0xfe0f: '이모지로',
    0xfeff: 'BOM',
  },
  loneSurrogate: (codeUnit) => `짝의 반쪽 ${codeUnit}, U+FFFD로 기록됨`,
};
