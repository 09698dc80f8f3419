/** `이진 데이터(binary data)`: the English word for a Korean one, as a voice that reads Korean has to be told of it. */
const GLOSS = /((?:\p{Script=Hangul}|>)\()([A-Za-z][A-Za-z ,.'’-]*)(?=\))/gu;

/** Korean prose as HTML, with `lang` on each English word that stands in brackets after a Korean one. Code is left alone. */
export const markEnglish = (html: string): string =>
  html
    .split(/(<(?:code|samp|script|svg)\b[\s\S]*?<\/(?:code|samp|script|svg)>|<[^>]*>)/)
    .map((piece, i, pieces) => {
      if (i % 2 === 1) return piece;
      // A bold or linked word ends right before the bracket.
      const tag = /^<\/(?:strong|a|em)>$/.test(pieces[i - 1] ?? '') ? '>' : '';
      return (tag + piece).replace(GLOSS, '$1<span lang="en">$2</span>').slice(tag.length);
    })
    .join('');
