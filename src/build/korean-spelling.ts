/**
 * Spelling and spacing of Korean by hunspell with the dictionary of spellcheck-ko, and with the words of this course
 * (`korean-words.ts`). Runs in tests only (docs/decisions/0022-korean-is-spelt-by-hunspell.md).
 */
import ko from 'dictionary-ko';
import { createHunspellFromStrings } from 'hunspell-wasm';
import type { KoreanText } from './korean-texts';
import { FORMS, NOUNS, VERBS } from './korean-words';
import type { Mistake } from './mistakes';

export interface Speller {
  /**
   * Whether this is a word, with its particles and endings, or a particle that hangs on what stands right before it: on
   * a number, on code, on a quotation.
   */
  readonly knows: (word: string, before: string) => boolean;
  readonly suggests: (word: string) => readonly string[];
}

/** Nouns by how they end, which is what a particle agrees with: on a vowel, on ㄹ, on another consonant. */
const MODELS = { vowel: '바다', rieul: '하늘', consonant: '책' } as const;
type Ending = keyof typeof MODELS;
const ENDINGS = Object.keys(MODELS) as Ending[];

/** Verbs of the dictionary that new ones are conjugated like. */
const VERB_MODELS = ['변환하다', '변환되다', '떨어지다', '보내다', '일으키다'];

/**
 * What follows a noun and is followed by particles as a noun is, which the dictionary has few rules for: 하나씩은,
 * 바이트까지의, 배열에서처럼.
 */
const SUFFIXES = [
  ...['씩', '짜리', '뿐', '별', '쯤', '들', '끼리', '만', '만큼', '용', '지'],
  ...['까지', '부터', '마다', '에서', '에게', '라고'],
];

/** Digits as they are read: 영 일 이 삼 사 오 육 칠 팔 구. Ten, a hundred and so on end on a consonant as 영 does. */
const DIGITS: readonly Ending[] = [
  'consonant',
  'rieul',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'rieul',
  'rieul',
  'vowel',
];

/** Takes half a second and about 100 MB, most of it for the dictionary. */
export async function createSpeller(): Promise<Speller> {
  const [affixes, dictionary] = [ko.aff, ko.dic].map((part) => new TextDecoder().decode(part));
  const hunspell = await createHunspellFromStrings(affixes ?? '', dictionary ?? '');
  // The dictionary holds its words in letters (자모) and takes syllables apart only where it looks a word up.
  const like = (word: string, model: string) => {
    hunspell.addWordWithAffix(word.normalize('NFD'), model.normalize('NFD'));
  };
  for (const noun of NOUNS) like(noun, MODELS[endingOf(noun)]);
  for (const verb of VERBS) like(verb, verbModel(verb));
  for (const form of FORMS) hunspell.addWord(form.normalize('NFD'));

  const isWord = (word: string): boolean =>
    hunspell.testSpelling(word) ||
    SUFFIXES.some((suffix) => {
      const at = word.indexOf(suffix, 1);
      return (
        at > 0 &&
        hunspell.testSpelling(word.slice(0, at)) &&
        isTail(word.slice(at + suffix.length), endingOf(suffix))
      );
    });
  const isTail = (tail: string, ending: Ending) => tail === '' || isWord(MODELS[ending] + tail);

  return {
    knows(word, before) {
      if (before === '') return isWord(word);
      const fits = ENDINGS.filter((ending) => isTail(word, ending));
      // A noun behind a number or code: 바이트, 행.
      if (fits.length === 0) return isWord(word);
      return !/\d/.test(before) || fits.includes(DIGITS[Number(before)] ?? 'vowel');
    },
    suggests: (word) => hunspell.getSpellingSuggestions(word),
  };
}

function verbModel(verb: string): string {
  const model = VERB_MODELS.find((each) => each.at(-2) === verb.at(-2));
  if (model === undefined)
    throw new RangeError(`No verb to conjugate ${verb} like. Add one to VERB_MODELS.`);
  return model;
}

/** By the final consonant of the last syllable, of which there are 28, the first being none. */
function endingOf(noun: string): Ending {
  const final = ((noun.codePointAt(noun.length - 1) ?? 0) - 0xac00) % 28;
  return final === 0 ? 'vowel' : final === 8 ? 'rieul' : 'consonant';
}

/** A word, with the character that it hangs on, if there is one. */
const WORD = /([^\s가-힣“‘(\[/·,.:;!?…–—-]?)([가-힣]+)/gu;

/** Each word that is not spelt as the dictionary has it, or not spaced so, once for each line. */
export function findMisspelt(texts: readonly KoreanText[], speller: Speller): readonly Mistake[] {
  // Most words come many times.
  const known = new Map<string, boolean>();
  const knows = (word: string, before: string): boolean => {
    const key = before + word;
    const isKnown = known.get(key) ?? speller.knows(word, before);
    known.set(key, isKnown);
    return isKnown;
  };
  return texts.flatMap(({ file, line, says }) =>
    [...says.matchAll(WORD)]
      .filter(([, before = '', word = '']) => !knows(word, before))
      .map(([, , word = '']) => ({ file, line, message: describe(word, speller) })),
  );
}

function describe(word: string, speller: Speller): string {
  const near = speller.suggests(word).slice(0, 3);
  const instead = near.length === 0 ? '' : ` Perhaps: ${near.join(', ')}.`;
  return `“${word}” is not a word of the dictionary, or not spaced as two.${instead} Where it is right, add it to src/build/korean-words.ts.`;
}
