/** Finds what a source file imports: TypeScript, TSX, JavaScript, Astro and MDX. */
import ts from 'typescript';

/** The JavaScript inside a file: all of it, or an Astro file's frontmatter and scripts, or MDX's import lines. */
function scriptOf(file: string, text: string): string {
  if (file.endsWith('.astro')) {
    const frontmatter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
    const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(
      (each) => each[1],
    );
    return [frontmatter, ...scripts].join('\n');
  }
  if (file.endsWith('.mdx')) {
    // Code samples in fences are text, not imports.
    const prose = text.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '');
    return prose
      .split('\n')
      .filter((line) => /^(?:import|export)\s/.test(line))
      .join('\n');
  }
  return text;
}

const GLOB = /import\.meta\.glob(?:<[^(]*>)?\(\s*(\[[^\]]*\]|'[^']*'|"[^"]*"|`[^`]*`)/g;

/** Specifiers of every static import, re-export, dynamic import and `import.meta.glob` pattern; type-only ones too. */
export function findImports(file: string, text: string): string[] {
  const script = scriptOf(file, text);
  const { importedFiles } = ts.preProcessFile(script, true, true);
  const globs = [...script.matchAll(GLOB)].flatMap(([, list = '']) =>
    [...list.matchAll(/['"`]([^'"`]+)['"`]/g)].map((each) => each[1] ?? ''),
  );
  return [
    ...importedFiles.map((each) => each.fileName),
    ...globs.filter((each) => !each.startsWith('!')),
  ];
}
