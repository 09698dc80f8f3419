import { expect, test } from 'vitest';
import { printedPage } from './printed-page';

test('a printed page says which lesson it is of, whatever characters the title has', () => {
  const css = printedPage('A "B" \\ </style>', 'https://example.org/lessons/views/');
  expect(css).toContain('content:"A \\22 B\\22  \\5c  \\3c /style>"');
  expect(css).toContain('content:"https://example.org/lessons/views/"');
  expect(css).not.toContain('<');
});
