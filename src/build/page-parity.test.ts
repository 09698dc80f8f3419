import { expect, test } from 'vitest';
import { findPageDifferences } from './page-parity';

const ENGLISH = `---
title: A view
minutes: 5
prerequisites: [views]
---

One paragraph with <Output snippet="a" line={1} /> and <Output snippet="a" line={2} />.

<Bench snippet="a" title="First" />

## Sizes

- one
- two, [see there](/lessons/views/#sizes)

<Aside title="Note">
  Text, and

  more text.
</Aside>

| a | b |
| - | - |
| 1 | 2 |

\`\`\`js
const a = 1;
\`\`\`
`;

const KOREAN = `---
title: 뷰
minutes: 5
prerequisites: [views]
---

<Output snippet="a" line={2} />와 <Output snippet="a" line={1} />이 있는 문단.

<Bench snippet="a" title="첫째" />

## 크기

- 하나
- [거기](/ko/lessons/views/#크기)를 보세요

<Aside title="참고">
  글, 그리고

  더 많은 글.
</Aside>

| 가 | 나 |
| - | - |
| 1 | 2 |

\`\`\`js
const a = 1;
\`\`\`
`;

const told = (other: string) =>
  findPageDifferences('ko.mdx', ENGLISH, other).map(({ line, message }) => `${line}: ${message}`);

test('a page whose words differ is the same page, in whatever order its sentences have things', () => {
  expect(told(KOREAN)).toEqual([]);
});

test.each([
  ['minutes: 5\n', '', '1: The English page has “minutes: 5”, and this one has none.'],
  [
    '[views]',
    '[blob]',
    '1: The English page has “prerequisites: [views]”, and this one “prerequisites: [blob]”.',
  ],
  [
    'title: 뷰',
    'title: 뷰\nlead: 글',
    '1: The English page has no “lead:”. Take it away, or add it there.',
  ],
  [
    '## 크기',
    '### 크기',
    '11: Headings differ: the English page has a heading ## (line 11) where this one has a heading ###.',
  ],
  [
    '<Bench snippet="a" title',
    '<Bench snippet="b" title',
    '9: In this section, the English page has <Bench snippet="a" title> (line 9) where this one has <Bench snippet="b" title>.',
  ],
  [
    '<Bench snippet="a" title="첫째" />',
    '<Bench snippet="a" />',
    '9: In this section, the English page has <Bench snippet="a" title> (line 9) where this one has <Bench snippet="a">.',
  ],
  [
    'line={1}',
    'line={3}',
    '1: This section lacks <Output line={1} snippet="a">, which is in line 7 of the English page.',
  ],
  [
    '- 하나\n',
    '',
    '13: In this section, the English page has a list of 2 (line 13) where this one has a list of 1.',
  ],
  ['#크기', '', '14: The English section does not have a link to /lessons/views/.'],
  [
    '| 1 | 2 |\n',
    '',
    '22: In this section, the English page has a table of 3 rows and 2 columns (line 22) where this one has a table of 2 rows and 2 columns.',
  ],
  ['const a = 1;', 'const a = 2;', '26: In this section, the English page has the code'],
])('%s in place of what was there is told', (from, to, message) => {
  const mistakes = told(KOREAN.replace(from, to));
  expect(
    mistakes.some((each) => each.startsWith(message)),
    mistakes.join('\n'),
  ).toBe(true);
});

test('a paragraph that is missing is told by what stands in its place', () => {
  expect(told(KOREAN.replace(/<Output.*\n/, ''))[0]).toBe(
    '8: In this section, the English page has a paragraph (line 7) where this one has <Bench snippet="a" title>.',
  );
});
