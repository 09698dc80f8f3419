/** The lessons’ own programs against what the playground reads off code: it gets a program right that nobody set up. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findNeeds } from '../core/instrument';
import { snippetNames, snippetSource } from './snippets';

const lessons = readdirSync(new URL('../lessons', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const snippets = lessons.flatMap((lesson) =>
  snippetNames(lesson).map((name) => snippetSource(lesson, name)),
);

/** A Worker has what these use, and Node, which records snippets of Workers, has not: their lesson says "page". */
const WORK_IN_BOTH = ['blob/file-reader', 'blob/label', 'blob/refused'];

test('every snippet gets the realm that its lesson gives it', () => {
  const others = snippets.flatMap(({ lesson, name, source, meta }) => {
    const needs = findNeeds(source);
    // What does not parse on purpose runs nowhere.
    if (needs === null) return [];
    const realm = meta.html === null ? needs.realm : 'page';
    return realm === meta.realm ? [] : [`${lesson}/${name}`];
  });
  expect(snippets.length).toBeGreaterThan(100);
  expect(others).toEqual(WORK_IN_BOTH);
});

test('and the network', () => {
  const others = snippets.flatMap(({ lesson, name, source, meta }) => {
    const needs = findNeeds(source);
    return needs === null || needs.network === (meta.lab !== null) ? [] : [`${lesson}/${name}`];
  });
  expect(others).toEqual([]);
});
