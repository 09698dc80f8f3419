import { describe, expect, it } from 'vitest';
import { markEnglish } from './mark-english';

describe('English in Korean prose', () => {
  it.each([
    ['이진 데이터(binary data)는', '이진 데이터(<span lang="en">binary data</span>)는'],
    [
      '<strong><a href="#byte">바이트</a></strong>(byte) 하나',
      '<strong><a href="#byte">바이트</a></strong>(<span lang="en">byte</span>) 하나',
    ],
    [
      '코드 유닛(code unit), 셋(offset)',
      '코드 유닛(<span lang="en">code unit</span>), 셋(<span lang="en">offset</span>)',
    ],
  ])('is marked: %s', (html, marked) => {
    expect(markEnglish(html)).toBe(marked);
  });

  it.each([
    '함수 <code>값(value)</code>을',
    '<a title="바이트(byte)">바이트</a>',
    '<img src="a.png">(byte)',
    '바이트(한글)',
    '두 개(0x42)',
    '여는 괄호(만',
    '읽기(<code>get</code>)',
  ])('is left alone: %s', (html) => {
    expect(markEnglish(html)).toBe(html);
  });
});
