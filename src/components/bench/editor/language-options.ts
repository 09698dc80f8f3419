/**
 * How Monaco's language service reads snippets. The page tells its Worker, which has begun by then with the same, so that
 * what it made is of use.
 */

/** The libraries that snippets may use. The Worker carries those alone, and what they refer to (integrations/monaco.ts). */
export const LIBRARIES = [
  'lib.es2024.d.ts',
  'lib.dom.d.ts',
  'lib.dom.iterable.d.ts',
  'lib.dom.asynciterable.d.ts',
  'lib.esnext.float16.d.ts',
];

/** Beside what the page and the Worker know by names of their own: see `compilerOptions`. */
const COMPILER_OPTIONS = {
  allowJs: true,
  checkJs: true,
  allowNonTsExtensions: true,
  noEmit: true,
  /** Force: every snippet is a module of its own, so that two of them may use the same names. */
  moduleDetection: 3,
  lib: LIBRARIES,
};

interface Names<Target, Module, Resolution> {
  readonly ScriptTarget: { readonly ESNext: Target };
  readonly ModuleKind: { readonly ESNext: Module };
  readonly ModuleResolutionKind: { readonly NodeJs: Resolution };
}

/** @param names TypeScript's, or Monaco's for it */
export const compilerOptions = <Target, Module, Resolution>(
  names: Names<Target, Module, Resolution>,
) => ({
  ...COMPILER_OPTIONS,
  target: names.ScriptTarget.ESNext,
  module: names.ModuleKind.ESNext,
  moduleResolution: names.ModuleResolutionKind.NodeJs,
});

export const EXTRA_LIB_PATH = 'file:///bytescope-extra.d.ts';

/** Newer than the libraries above know. */
export const EXTRA_LIB = `
interface Uint8Array<TArrayBuffer extends ArrayBufferLike = ArrayBufferLike> {
  /** Base64 text of the bytes. */
  toBase64(options?: { alphabet?: 'base64' | 'base64url'; omitPadding?: boolean }): string;
  /** Two hexadecimal digits for each byte. */
  toHex(): string;
}
interface Uint8ArrayConstructor {
  fromBase64(text: string, options?: { alphabet?: 'base64' | 'base64url'; lastChunkHandling?: 'loose' | 'strict' | 'stop-before-partial' }): Uint8Array<ArrayBuffer>;
  fromHex(text: string): Uint8Array<ArrayBuffer>;
}
interface Blob { bytes(): Promise<Uint8Array<ArrayBuffer>>; }
`;
