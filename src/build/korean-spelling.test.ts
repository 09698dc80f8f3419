import { expect, test } from 'vitest';
import { koreanTextsOf, readKoreanTexts } from './korean-texts';
import { createSpeller, findMisspelt } from './korean-spelling';
import { formatMistakes } from './mistakes';

const speller = await createSpeller();

test.each([
  ['바이트입니다', ''],
  ['뷰는', ''],
  ['랩어라운드합니다', ''],
  ['만들어집니다', ''],
  ['하나씩은', ''],
  ['바이트짜리입니다', ''],
  ['어디까지인지가', ''],
  // Behind a number, as it is read; behind code, as either ending.
  ['은', '3'],
  ['로', '1'],
  ['을', '0'],
  ['바이트까지의', '4'],
  ['는', '`'],
  ['은', '`'],
])('%s is right (behind “%s”)', (word, before) => {
  expect(speller.knows(word, before)).toBe(true);
});

test.each([
  // Spelling.
  ['몇일', ''],
  ['됬습니다', ''],
  ['갯수', ''],
  ['오버플로우', ''],
  // Particles that do not agree, with words of the dictionary and of our own.
  ['버퍼을', ''],
  ['뷰은', ''],
  ['엔디언는', ''],
  ['는', '3'],
  ['으로', '1'],
  // Spacing.
  ['할수있습니다', ''],
  ['그렇게하면', ''],
  ['웹브라우저', ''],
])('%s is wrong (behind “%s”)', (word, before) => {
  expect(speller.knows(word, before)).toBe(false);
});

test('a message says where, what, what else, and what to do where it is right', () => {
  const texts = koreanTextsOf('src/lessons/a/ko.mdx', '\n`buf`는 버퍼을 봅니다.');
  const [mistake, ...others] = findMisspelt(texts, speller);
  expect(others).toEqual([]);
  expect(mistake).toMatchObject({ file: 'src/lessons/a/ko.mdx', line: 2 });
  // How many words it finds in its time is the machine's affair.
  expect(mistake?.message).toMatch(
    /^“버퍼을” is not a word of the dictionary, or not spaced as two\. Perhaps: 버퍼를.*Where it is right, add it to src\/build\/korean-words\.ts\.$/,
  );
});

// Half a second; a machine that does other things too takes longer, and so do suggestions for what is wrong.
test(
  'every Korean word that readers see is spelt and spaced as the dictionary has it',
  { timeout: 60_000 },
  () => {
    const texts = readKoreanTexts(process.cwd());
    expect(texts.length).toBeGreaterThan(3000);
    const mistakes = findMisspelt(texts, speller);
    expect(mistakes.length === 0 ? '' : formatMistakes(mistakes)).toBe('');
  },
);
