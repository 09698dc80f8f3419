import { expect, it } from 'vitest';
import { findMentions, findPictures, withoutCode } from './lesson-mentions';

const MDX = `# Title

<Bench snippet="one-buffer" title="a > b" />

It prints <Output snippet='sizes' line={4} /> and <Ref bench="one-buffer"
  cell="u8[0]">u8</Ref>.

\`<Bench snippet="quoted" />\`

\`\`\`mdx
<Bench snippet="fenced" />
![](fenced.png)
\`\`\`

{/* <Bench snippet="comment" /> */}

<Bench snippet={name} />
`;

it('finds every snippet that is mentioned, with its line', () => {
  expect(findMentions(MDX)).toEqual([
    { component: 'Bench', attribute: 'snippet', name: 'one-buffer', line: 3 },
    { component: 'Output', attribute: 'snippet', name: 'sizes', line: 5 },
    { component: 'Ref', attribute: 'bench', name: 'one-buffer', line: 5 },
    { component: 'Bench', attribute: 'snippet', name: null, line: 17 },
  ]);
});

it('blanks code without moving a line', () => {
  expect(withoutCode(MDX).split('\n')).toHaveLength(MDX.split('\n').length);
  expect(withoutCode(MDX)).not.toContain('fenced');
});

it('finds pictures and what they say to those who do not see them', () => {
  const mdx = '![A wave](a.png)\n![](b.png)\n<img src="c.png" />\n<img alt="d" src="d.png" />';
  expect(findPictures(mdx)).toEqual([
    { alt: 'A wave', source: 'a.png', line: 1 },
    { alt: '', source: 'b.png', line: 2 },
    { alt: null, source: 'c.png', line: 3 },
    { alt: 'd', source: 'd.png', line: 4 },
  ]);
});
