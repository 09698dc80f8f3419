/**
 * The Korean that readers see, wherever it stands: lesson pages, tasks, words of questions and exercises, comments of
 * code, labels of controls, interface text. The lints of Korean read it here (`korean-lints.ts`, `korean-spelling.ts`).
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { withoutCode } from './lesson-mentions';

export interface KoreanText {
  /** From the repository's root. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** What is said, with `CODE` for whatever is no prose: inline code, a component, a value that is put in. */
  readonly says: string;
  /**
   * A title or a heading is no sentence. A comment of code is in the style of notes, and a quotation in the words of who
   * is quoted.
   */
  readonly kind: 'prose' | 'title' | 'comment' | 'quotation';
}

/** Stands for what is no prose, so that the particle behind `buffer` does not stand alone. */
export const CODE = '\uFFFC';

/** Where Korean is written, from the repository's root. */
const PLACES = [
  'src/lessons/*/ko.mdx',
  'src/lessons/*/exercises/*/task.ko.mdx',
  'src/lessons/*/exercises/*/check.ts',
  'src/lessons/*/quizzes.ts',
  'src/lessons/*/comments.ko.json',
  'src/lessons/*/snippets/*.json',
  'src/i18n/ko/*.ts',
  'src/build/glossary.ts',
  'src/build/errata.ts',
  'src/build/curriculum.ts',
];

const HANGUL = /[가-힣]/;

/** So many words of Latin letters in a row are English, and stand where Korean should. */
export const ENGLISH = /[A-Za-z][A-Za-z’'-]*(?:[ ,]+[A-Za-z][A-Za-z’'-]*){3,}/;

const isRead = (says: string): boolean => HANGUL.test(says) || ENGLISH.test(says);

/** Every Korean text under the project's root, in the order of files and lines. */
export function readKoreanTexts(root: string): readonly KoreanText[] {
  return globSync(PLACES, { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .toSorted()
    .flatMap((file) => koreanTextsOf(file, readFileSync(join(root, file), 'utf8')));
}

export function koreanTextsOf(file: string, content: string): readonly KoreanText[] {
  if (file.endsWith('.mdx')) return textsOfMdx(file, content);
  if (file.endsWith('.json')) return textsOfJson(file, content);
  return textsOfTypeScript(file, content);
}

/**
 * Without code, marks of emphasis and addresses. Words in Latin letters between quotation marks or in italics are those of
 * a program, and those of a link are the name of what it leads to.
 */
const plain = (text: string): string =>
  text
    .replace(/(`+)(?!`).*?[^`]\1(?!`)/g, CODE)
    .replace(/“[^”가-힣]*”|(?<!\*)\*[^*가-힣]+\*(?!\*)|!?\[[^\]가-힣]*\]\([^)]*\)/g, CODE)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*+/g, '');

/** A page line by line: its text, and the texts of attributes. */
function textsOfMdx(file: string, mdx: string): readonly KoreanText[] {
  const texts: KoreanText[] = [];
  let isFrontmatter = false;
  withoutFences(mdx)
    .split('\n')
    .forEach((content, index) => {
      const add = (text: string, kind: KoreanText['kind']) => {
        const says = plain(text);
        if (isRead(says)) texts.push({ file, line: index + 1, says, kind });
      };
      if (content === '---') {
        isFrontmatter = index === 0;
        return;
      }
      const field = isFrontmatter ? /^(\w+):\s*(.*)$/.exec(content) : null;
      if (field) {
        add(field[2] ?? '', field[1] === 'title' ? 'title' : 'prose');
        return;
      }
      for (const [, name, value = ''] of content.matchAll(/\s(title|caption|alt)="([^"]*)"/g))
        add(value, name === 'title' ? 'title' : 'prose');
      const text = content.replace(/<samp\b.*?<\/samp>|<[^<>]*>|<[^<>]*$|^[^<>]*\/>/g, CODE);
      add(text.replace(/^#+\s+/, ''), /^#+\s/.test(text) ? 'title' : 'prose');
    });
  return texts;
}

/** Blanks out fenced code, keeping its lines; inline code stays, since particles hang on it. */
const withoutFences = (mdx: string): string =>
  mdx.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[^\n]*$/gm, withoutCode);

/** The strings of a file, where they are Korean; keys are code. */
function textsOfJson(file: string, json: string): readonly KoreanText[] {
  const isComments = file.endsWith('comments.ko.json');
  return json.split('\n').flatMap((content, index) =>
    [...content.matchAll(/: ("(?:[^"\\]|\\.)*")/g)]
      .map(([, value = '""']) => plain(JSON.parse(value) as string))
      .filter((says) => HANGUL.test(says) || (isComments && ENGLISH.test(says)))
      .map((says) => ({ file, line: index + 1, says, kind: isComments ? 'comment' : 'title' })),
  );
}

/** String literals and templates of a module, where they are Korean: all of those below a `ko`, and none below an `en`. */
function textsOfTypeScript(file: string, source: string): readonly KoreanText[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const texts: KoreanText[] = [];
  const visit = (node: ts.Node, kind: KoreanText['kind'], isKorean: boolean): void => {
    const says = ts.isStringLiteralLike(node)
      ? node.text
      : ts.isTemplateExpression(node)
        ? [node.head, ...node.templateSpans.map(({ literal }) => literal)]
            .map(({ text }) => text)
            .join(CODE)
        : '';
    const read = plain(says);
    if (HANGUL.test(read) || (isKorean && ENGLISH.test(read))) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      texts.push({ file, line: line + 1, says: read, kind });
    }
    ts.forEachChild(node, (child) => {
      if (ts.isPropertyAssignment(node) && child === node.name) return;
      const name = nameOf(node);
      // What a text is found by is not said.
      if (ts.isPropertyAssignment(node) && child === node.name) return;
      if (name !== 'en') visit(child, KINDS[name] ?? kind, isKorean || name === 'ko');
    });
  };
  visit(tree, 'prose', file.startsWith('src/i18n/ko/'));
  return texts;
}

/** By the name of the property: what the errata page says that the post said is in the post's own voice. */
const KINDS: Readonly<Record<string, KoreanText['kind']>> = { said: 'quotation', title: 'title' };

const nameOf = (node: ts.Node): string =>
  ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) ? node.name.text : '';
