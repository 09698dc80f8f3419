import { expect, test } from 'vitest';
import {
  findEnglish,
  findForbiddenForms,
  findOtherStyles,
  findUnglossedTerms,
} from './korean-lints';
import { CODE, koreanTextsOf } from './korean-texts';

const FILE = 'src/lessons/a/ko.mdx';
const page = (text: string) => koreanTextsOf(FILE, text);
const lines = (mistakes: readonly { readonly line: number | null }[]) =>
  mistakes.map(({ line }) => line);

test('a page is read line by line: its text and what attributes say, without code', () => {
  const mdx = `---
title: 제목
lead: 첫 문장입니다.
minutes: 5
---

## 큰 제목

\`buffer\`는 **버퍼**입니다. <Output snippet="a" line={1} />을 [보세요](/lessons/views/).

<Bench snippet="a" title="이름" />

\`\`\`js
const 값 = 1;
\`\`\`
`;
  expect(page(mdx).map(({ line, says, kind }) => [line, kind, says])).toEqual([
    [2, 'title', '제목'],
    [3, 'prose', '첫 문장입니다.'],
    [7, 'title', '큰 제목'],
    [9, 'prose', `${CODE}는 버퍼입니다. ${CODE}을 보세요.`],
    [11, 'title', '이름'],
  ]);
});

test('a module is read string by string: what is below `ko` whole, and nothing that is below `en`', () => {
  const source = `
const words = {
  en: { question: 'What becomes of 가?' },
  ko: { question: '무엇이 될까요?', because: \`\${n}은 \\\`u8\\\`에 있습니다.\`, left: 'this was left in English' },
};
const other = 'this is not for readers at all';
`;
  expect(
    koreanTextsOf('src/lessons/a/quizzes.ts', source).map(({ line, says }) => [line, says]),
  ).toEqual([
    [4, '무엇이 될까요?'],
    [4, `${CODE}은 ${CODE}에 있습니다.`],
    [4, 'this was left in English'],
  ]);
});

test('forms that the glossary does not use are found; one may be spoken of', () => {
  const found = findForbiddenForms(
    page('빅 엔디안입니다.\n‘엔디안’이라고 적은 글도 있습니다.\n오버플로우'),
  );
  expect(found).toEqual([
    { file: FILE, line: 1, message: 'The glossary does not use “엔디안”. Write: 엔디언' },
    { file: FILE, line: 3, message: 'The glossary does not use “오버플로우”. Write: 오버플로' },
  ]);
});

test.each([
  '바이트를 읽습니다.',
  '무엇이 될까요? 어디 있나요? 무엇인가요?',
  '눌러 보세요. 봅시다. 읽을까요?',
  '흰색, 검은색. 그리고 `a`.',
  '# 아무도 듣지 않았다',
])('%s is in the style of the course', (text) => {
  expect(findOtherStyles(page(text))).toEqual([]);
});

test.each([
  '바이트를 읽는다.',
  '이것은 버퍼다!',
  '바이트를 읽어요.',
  '맞죠?',
  '적었네요?',
  '작지 않으니까요.',
])('%s is not', (text) => {
  expect(lines(findOtherStyles(page(text)))).toEqual([1]);
});

test('comments of code are notes, and what the post said is in its own voice', () => {
  expect(
    findOtherStyles(koreanTextsOf('comments.ko.json', '{\n  "It waits.": "기다린다."\n}')),
  ).toEqual([]);
  expect(
    findOtherStyles(koreanTextsOf('errata.ts', "const a = { said: { ko: '고정되어 있다.' } };")),
  ).toEqual([]);
});

test.each([
  '이것은 left in English by mistake 입니다.',
  'A whole paragraph that nobody has translated.',
])('%s is left in English', (text) => {
  expect(lines(findEnglish(page(text)))).toEqual([1]);
});

test.each([
  'WAV, BMP, GIF, ZIP, WebAssembly는 형식입니다.',
  '**바이트 순서 표식**(byte order mark, as it is called)입니다.',
  '콘솔에는 *there is nothing to be read*라고 나옵니다.',
  'Chromium은 “this is what it says itself”라고 합니다.',
  '[On Holy Wars and a Plea for Peace](https://example.org/)에 있습니다.',
  '`the words of a program`입니다.',
])('%s is not', (text) => {
  expect(findEnglish(page(text))).toEqual([]);
});

test('a term has its English word in the lesson that explains it, and where a page first sets it in bold', () => {
  const at = (slug: string, mdx: string) =>
    findUnglossedTerms(slug, FILE, mdx)
      .filter(({ message }) => message.includes('키프레임'))
      .map(({ line, message }) => `${line}: ${message}`);
  const wanted = '“키프레임” is introduced without its English word. Write: 키프레임(keyframe)';
  expect(at('webm', '\n**키프레임**(keyframe)이고, **키프레임**입니다.')).toEqual([]);
  expect(at('webm', '\n키프레임(keyframe)은')).toEqual([]);
  expect(at('webm', '\n키프레임은')).toEqual([`2: ${wanted}`]);
  expect(at('mse', '\n키프레임은')).toEqual([]);
  expect(at('mse', '\n다음 **키프레임**까지')).toEqual([`2: ${wanted}`]);
  expect(at('mse', '\n**키프레임**까지, 키프레임(keyframe)')).toEqual([`2: ${wanted}`]);
  expect(at('webm', '\n없음')).toEqual([
    'null: The glossary says that this lesson explains “키프레임”, which it does not. Write: 키프레임(keyframe)',
  ]);
});
