/** Lint: typed rules for TypeScript, Astro's and React's own, and the map of rooms with the reason in each message. */
import astro from 'eslint-plugin-astro';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import path from 'node:path';
import tseslint from 'typescript-eslint';
import { findWrongArrow, roomOf } from './scripts/checks/rooms.mjs';

const root = import.meta.dirname;

/** Reports an import that goes against the map, where it is written. scripts/checks/rooms.test.ts sees the rest (MDX, globs). */
const roomRule = {
  meta: { type: 'problem', schema: [], messages: { wrong: '{{ why }}' } },
  create(context) {
    const file = path.relative(root, context.filename).split(path.sep).join('/');
    const room = roomOf(file);
    if (room === null) return {};
    const check = ({ source }) => {
      if (typeof source?.value !== 'string') return;
      const specifier = source.value.replace(/[?#].*$/, '');
      const target = specifier.startsWith('.')
        ? { kind: 'file', path: path.posix.join(path.posix.dirname(file), specifier) }
        : { kind: 'package', name: specifier };
      const why = findWrongArrow(room, file, target);
      if (why) context.report({ node: source, messageId: 'wrong', data: { why } });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

const TYPED = ['**/*.{ts,tsx,mts}'];

export default defineConfig([
  globalIgnores([
    'dist/',
    '.astro/',
    '.cache/',
    'test-results/',
    'playwright-report/',
    // Made by npm run formats.
    '**/*.generated.ts',
    // What readers run: deliberately wrong in places, and never imported.
    'src/lessons/*/snippets/',
    'src/lessons/*/exercises/**/*.js',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: TYPED,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: root },
    },
    rules: {
      // A number or a boolean in a message is what it looks like.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // `onClick={() => run()}` reads better than a block.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Interfaces here describe objects made of closures; none of them leans on `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    files: ['**/*.astro'],
    extends: [astro.configs['flat/recommended']],
  },
  {
    files: ['src/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    // The rest of that plugin's rules serve the React compiler, which is not used here.
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // Parsed by @typescript-eslint's parser without types, so that the map of rooms is checked everywhere.
    files: ['src/**/*.{ts,tsx,astro}', 'server/**/*.ts'],
    plugins: { bytescope: { rules: { rooms: roomRule } } },
    rules: { 'bytescope/rooms': 'error' },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    rules: { 'no-undef': 'off', 'no-var': 'off' },
  },
  {
    // Only `astro check` knows the types of .astro modules; ESLint's TypeScript sees none.
    files: ['src/components/lesson/map.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    // Talking to the terminal is what these are for.
    files: ['server/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts', 'integrations/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'e2e/**/*.ts'],
    rules: {
      // Tests hand in wrong things on purpose, and read what a matcher has just checked.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
]);
