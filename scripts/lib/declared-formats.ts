/** The formats that are declared in src/core/formats/declared (Kaitai Struct), as the modules that read them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import compiler from 'kaitai-struct-compiler';
import { parse } from 'yaml';
import { root } from './run.mjs';

export const DECLARED = path.join(root, 'src', 'core', 'formats', 'declared');

/** What the compiler's module begins and ends with: it is made a function of the stream that it reads from. */
const HEAD = /^[\s\S]*?, function \((\w+)_, KaitaiStream\) \{\n/;
const TAIL = /\n\w+_\.\w+ = \w+;\n\}\);\n*$/;

/** Every `*.ksy`, by the name of the file that is made of it. */
export async function compileFormats(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const name of readdirSync(DECLARED).filter((file) => file.endsWith('.ksy'))) {
    const declaration: unknown = parse(readFileSync(path.join(DECLARED, name), 'utf8'));
    // With debug data: it says where each field was read.
    const code = Object.values(
      await compiler.compile('javascript', declaration, undefined, true),
    ).join('');
    const type = HEAD.exec(code)?.[1];
    if (type === undefined || !TAIL.test(code))
      throw new Error(
        `${name}: the compiler wrote a module of another shape; see ${import.meta.filename}.`,
      );
    files.set(
      name.replace(/\.ksy$/, '.generated.ts'),
      `// @ts-nocheck\n// Made of ${name} by npm run formats. Change that, and not this.\n` +
        `export default function declare(KaitaiStream) {\n${code.replace(HEAD, '').replace(TAIL, '').trim()}\n\nreturn ${type};\n}\n`,
    );
  }
  return files;
}
