/** A line comment as Prettier writes it, or a block: an address in a string is neither. */
const COMMENT = /\/\/ .*$|\/\*[\s\S]*?\*\//gm;

/**
 * The program without what its comments say, to compare programs by: comments are in the language of the page
 * (localize-comments.ts), and the code of the other one is the same. What is left need not be a program.
 */
export const withoutComments = (source: string): string => source.replace(COMMENT, '//');
