/**
 * What Korean texts of this course keep to, beside spelling: one term for one thing, 합니다 in sentences, nothing left in
 * English, and the English word beside a term where a lesson introduces it.
 */
import { GLOSSARY } from './glossary';
import { ENGLISH, type KoreanText } from './korean-texts';
import { withoutCode } from './lesson-mentions';
import type { Mistake } from './mistakes';

/** Forms that the glossary does not use, and what stands in their place. A form between ‘ and ’ is spoken of, not used. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/엔디안/, '엔디언'],
  [/(?:빅|리틀)엔디언/, '빅 엔디언, 리틀 엔디언'],
  [/바이트 ?오더/, '바이트 순서'],
  [/오버플로우/, '오버플로'],
  [/타입드? ?배열/, '형식화 배열'],
  [/어레이 ?버퍼/, '`ArrayBuffer`, 버퍼'],
  [/(?<!캐리지 )리턴/, '돌려주다'],
  [/부동소수점/, '부동 소수점'],
  [/이진수|십육진수|헥사/, '2진수, 16진수'],
  [/사인드|언사인드/, '부호 있는, 부호 없는'],
  [/흑백/, '회색조 또는 이진화'],
  [/그레이스케일(?!\))/, '회색조'],
  [/임계값|한계값|스레숄드/, '임곗값'],
  [/쓰레드/, '스레드'],
  [/메모리 ?릭/, '메모리 누수'],
  [/가비지 ?콜렉션/, '가비지 컬렉션'],
  [/오브젝트 ?URL|객체URL/, '객체 URL'],
  [/데이타/, '데이터'],
  [/메세지/, '메시지'],
  [/컨텐츠/, '콘텐츠'],
  [/싱크/, '동기화'],
];

export function findForbiddenForms(texts: readonly KoreanText[]): readonly Mistake[] {
  return texts.flatMap(({ file, line, says }) =>
    FORBIDDEN.flatMap(([form, instead]) => {
      const found = form.exec(says.replace(/‘[^’]*’/g, ''))?.[0];
      if (found === undefined) return [];
      const message = `The glossary does not use “${found}”. Write: ${instead}`;
      return [{ file, line, message }];
    }),
  );
}

/** Ends of sentences that are not 합니다: 한다, 해요 and their like. Questions (까요, 나요, 가요), requests (세요) and invitations (시다) are. */
const OTHER_STYLES: readonly (readonly [RegExp, string])[] = [
  [/(?<![니시])다[.!](?!\p{L})/u, '합니다, 입니다'],
  [/(?<!세)요[.!](?!\p{L})/u, '합니다, 입니다, 하세요'],
  [/(?:[어아여해에예죠네군든]|고)요\?|죠[.?!]/u, '합니까, 할까요, 하나요'],
];

export function findOtherStyles(texts: readonly KoreanText[]): readonly Mistake[] {
  return texts
    .filter(({ kind }) => kind === 'prose')
    .flatMap(({ file, line, says }) =>
      // What stands in brackets or quotation marks behind the full stop is another matter.
      OTHER_STYLES.flatMap(([end, instead]) => {
        const at = says.search(end);
        if (at < 0) return [];
        const found = says.slice(Math.max(0, at - 8), at + 3);
        const message = `“…${found}” is not in the style of the course. End the sentence as: ${instead}`;
        return [{ file, line, message }];
      }),
    );
}

/** Messages of engines, which readers search for as they are. */
const MESSAGES = ['offset is out of bounds'];

export function findEnglish(texts: readonly KoreanText[]): readonly Mistake[] {
  return texts.flatMap(({ file, line, says }) => {
    // Beside its Korean word an English one is wanted: 바이트 순서 표식(byte order mark, BOM).
    const found = ENGLISH.exec(says.replace(/(?<=[가-힣])\([^)가-힣]*\)/g, ''))?.[0];
    if (found === undefined || MESSAGES.includes(found)) return [];
    // Names and abbreviations have capitals, sentences have words without.
    if ((found.match(/\b[a-z]{2,}\b/g) ?? []).length < 2) return [];
    const message = `“${found}” is left in English. Write it in Korean; the words of a program stand between backticks or “ and ”.`;
    return [{ file, line, message }];
  });
}

/**
 * Terms without their English word: in the lesson that explains a term, and wherever a page sets it in bold for the first
 * time, which is where it introduces it.
 */
export function findUnglossedTerms(slug: string, file: string, mdx: string): readonly Mistake[] {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  const text = withoutCode(mdx.replace(/^---\n[\s\S]*?\n---\n/, blank));
  return GLOSSARY.flatMap(({ term, also, lesson }) => {
    const words = [term.ko, ...also.ko].map((word) => word.replace(/\(.*\)$/, ''));
    const [word = ''] = words;
    // UTF-8 and Blob are English words themselves.
    if (words.includes(term.en)) return [];
    const any = words.toSorted((a, b) => b.length - a.length).join('|');
    const glossed = text.search(new RegExp(`(?:${any})\\*{0,2}\\([A-Za-z]`));
    const bold = text.search(new RegExp(`\\*\\*(?:${any})\\*\\*`));
    const isLate = bold >= 0 && (glossed < 0 || glossed > bold + '**'.length);
    if (!isLate && (lesson !== slug || glossed >= 0)) return [];
    const at = isLate ? bold : text.search(new RegExp(any));
    const found =
      at < 0
        ? `The glossary says that this lesson explains “${word}”, which it does not.`
        : `“${word}” is introduced without its English word.`;
    const line = at < 0 ? null : text.slice(0, at).split('\n').length;
    return [{ file, line, message: `${found} Write: ${word}(${term.en})` }];
  });
}
