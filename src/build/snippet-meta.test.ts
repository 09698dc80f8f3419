import { describe, expect, it } from 'vitest';
import { LOCALES } from '../i18n/locale';
import { DEFAULT_SNIPPET_META, htmlIn, parseSnippetMeta } from './snippet-meta';

const mistakes = (json: string) => {
  const parsed = parseSnippetMeta(json);
  return parsed.kind === 'mistakes' ? parsed.messages.join(' ') : '';
};

const files = import.meta.glob<string>('../lessons/*/snippets/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const WORDS = />[^<]+<|\b(?:alt|title|aria-label|placeholder)="[^"]*"/g;
const said = (html: string) =>
  (html.match(WORDS) ?? []).filter((words) => /\p{Letter}/u.test(words.replace(/^.*?[>"]/, '')));

it.each(Object.entries(files))(
  '%s has a page without words, or with words in every language',
  (_, json) => {
    const { meta } = parseSnippetMeta(json) as { readonly meta: typeof DEFAULT_SNIPPET_META };
    const [en = '', ko = ''] = LOCALES.map((locale) => htmlIn(meta, locale) ?? '');
    expect(ko.replace(WORDS, '')).toBe(en.replace(WORDS, ''));
    expect(said(ko).filter((words) => said(en).includes(words))).toEqual([]);
  },
);

describe('a snippet’s metadata', () => {
  it('defaults to a module in a worker whose replay opens at the end', () => {
    expect(DEFAULT_SNIPPET_META).toEqual({
      realm: 'worker',
      goal: 'module',
      html: null,
      canvases: [],
      controls: [],
      opensAt: 'end',
      seed: null,
      lab: null,
    });
  });

  it('takes what the file says', () => {
    expect(
      parseSnippetMeta(
        '{ "realm": "page", "html": "<canvas></canvas>", "seed": "S9", "opensAt": 4 }',
      ),
    ).toEqual({
      kind: 'meta',
      meta: {
        ...DEFAULT_SNIPPET_META,
        realm: 'page',
        html: '<canvas></canvas>',
        seed: 'S9',
        opensAt: 4,
      },
    });
  });

  it('takes a page with words in every language', () => {
    const json = '{ "realm": "page", "html": { "en": "<p>Hello</p>", "ko": "<p>안녕</p>" } }';
    const parsed = parseSnippetMeta(json);
    expect(parsed.kind === 'meta' && htmlIn(parsed.meta, 'ko')).toBe('<p>안녕</p>');
    expect(mistakes(json.replace('"ko"', '"kr"'))).toContain('or one for each language');
    expect(htmlIn({ ...DEFAULT_SNIPPET_META, html: '<p></p>' }, 'ko')).toBe('<p></p>');
  });

  it('takes labels in the languages that there are words in', () => {
    const label =
      '{ "controls": [{ "kind": "button", "name": "a", "label": { "en": "Once more" } }] }';
    expect(mistakes(label)).toBe('');
    expect(mistakes(label.replace('"en"', '"ko"'))).toBe('');
  });

  it.each([
    [
      'a control’s file that is a path',
      '{ "controls": [{ "kind": "file", "name": "a", "file": "../a.png" }] }',
      'A control’s file is the name of one in public/media.',
    ],
    ['text that is not JSON', '{ realm: page }', 'This is not JSON'],
    [
      'a realm that does not exist',
      '{ "realm": "iframe" }',
      'realm: A realm is "worker" or "page". Write, for example: "realm": "page"',
    ],
    [
      'a misspelt field',
      '{ "opensat": "end" }',
      '"opensat" is not a field of a snippet. Write instead: "opensAt": "start"',
    ],
    [
      'a sample that the seed does not have',
      '{ "seed": "S16" }',
      'Write, for example: "seed": "S3"',
    ],
    [
      'a page for a worker',
      '{ "html": "<p></p>" }',
      'A Worker has no page to put HTML into. Add: "realm": "page"',
    ],
    [
      'a control that begins outside its ends',
      '{ "controls": [{ "kind": "range", "name": "t", "min": 0, "max": 9, "value": 10 }] }',
      'A range begins between its min and its max.',
    ],
    [
      'a name that is taken',
      '{ "controls": [{ "kind": "button", "name": "on" }] }',
      'A control’s name is a JavaScript name, and not "on".',
    ],
    [
      'two of one name',
      '{ "controls": [{ "kind": "button", "name": "a" }, { "kind": "toggle", "name": "a" }] }',
      'Two controls have the same name.',
    ],
    [
      'a select that begins nowhere',
      '{ "controls": [{ "kind": "select", "name": "a", "options": ["x", "y"], "value": "z" }] }',
      'A select begins at one of its options.',
    ],
    [
      'a label in a language that there is not',
      '{ "controls": [{ "kind": "button", "name": "a", "label": { "xx": "A" } }] }',
      'A label is a text, or texts by language',
    ],
    ['a step before the first', '{ "opensAt": 0 }', 'Write, for example: "opensAt": "start"'],
    [
      'a control without a kind',
      '{ "controls": [{ "name": "x" }] }',
      'Write, for example: "controls": [{ "kind": "range"',
    ],
  ])('says how to correct %s', (_, json, message) => {
    expect(mistakes(json)).toContain(message);
  });
});
