/** The parser's door: source in, syntax tree or the learner's syntax error out. */
import { parse, type AnyNode, type Comment, type Program } from 'acorn';
import type { ErrorReport, Goal } from '../trace/run';

export type Parsed =
  | { readonly kind: 'parsed'; readonly program: Program; readonly comments: readonly Comment[] }
  | { readonly kind: 'syntax'; readonly error: ErrorReport };

/** Parses a snippet as the goal says. Learner mistakes come back as values; nothing is thrown for them. */
export function parseSource(source: string, goal: Goal): Parsed {
  const comments: Comment[] = [];
  try {
    const program = parse(source, {
      ecmaVersion: 'latest',
      sourceType: goal,
      locations: true,
      allowHashBang: true,
      onComment: comments,
    });
    return { kind: 'parsed', program, comments };
  } catch (error) {
    if (!isParseError(error)) throw error;
    return {
      kind: 'syntax',
      error: {
        name: 'SyntaxError',
        message: error.message.replace(/ \(\d+:\d+\)$/, ''),
        line: error.loc.line,
        column: error.loc.column + 1,
        origin: 'syntax',
      },
    };
  }
}

/**
 * What `work` gives; null where the source is nested more deeply than the engine's stack allows. The parser then has a
 * syntax error of its own, but it reads `a.b.c…` in a loop, and what walks the tree calls itself.
 */
export function withinStack<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    // A RangeError in V8 and JavaScriptCore, an InternalError in SpiderMonkey.
    if (!(error instanceof Error) || !/call stack size|too much recursion/.test(error.message))
      throw error;
    return null;
  }
}

/** Such a source as a mistake of the learner's. */
export const TOO_DEEP: Extract<Parsed, { kind: 'syntax' }> = {
  kind: 'syntax',
  error: {
    name: 'SyntaxError',
    message: 'The program is nested too deeply to be read.',
    line: null,
    column: null,
    origin: 'syntax',
  },
};

interface ParseError extends SyntaxError {
  readonly loc: { readonly line: number; readonly column: number };
}

function isParseError(error: unknown): error is ParseError {
  return error instanceof SyntaxError && 'loc' in error;
}

/** 1-based line on which a node begins. */
export function lineOf(node: AnyNode): number {
  return node.loc?.start.line ?? 1;
}

/**
 * Finds something out once for each node. It is kept on the node itself: a WeakMap of every node costs the garbage
 * collector more than the whole rewriting.
 */
export function remembered<T extends object | number>(
  find: (node: AnyNode) => T,
): (node: AnyNode) => T {
  const key = Symbol();
  return (node) => {
    const kept = node as { [key]?: T | undefined };
    const known = kept[key];
    if (known !== undefined) return known;
    const found = find(node);
    kept[key] = found;
    return found;
  };
}

/**
 * The child nodes in source order. A shorthand property's key is left out: it is the same text as its value, and
 * printing both would print it twice.
 */
export const childrenOf = remembered((node): readonly AnyNode[] => {
  const children: AnyNode[] = [];
  const add = (value: unknown): void => {
    if (isNode(value)) children.push(value);
  };
  for (const key in node) {
    if (key === 'loc' || (key === 'key' && node.type === 'Property' && node.shorthand)) continue;
    const value = node[key as keyof AnyNode] as unknown;
    if (typeof value !== 'object') continue;
    if (Array.isArray(value)) for (const item of value as unknown[]) add(item);
    else add(value);
  }
  return children.sort((a, b) => a.start - b.start);
});

function isNode(value: unknown): value is AnyNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'start' in value
  );
}

export type FunctionNode = Extract<
  AnyNode,
  { type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' }
>;
export type LoopNode = Extract<
  AnyNode,
  {
    type:
      'ForStatement' | 'WhileStatement' | 'DoWhileStatement' | 'ForInStatement' | 'ForOfStatement';
  }
>;

export function isFunction(node: AnyNode): node is FunctionNode {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  );
}

export function isLoop(node: AnyNode): node is LoopNode {
  return (
    node.type === 'ForStatement' ||
    node.type === 'WhileStatement' ||
    node.type === 'DoWhileStatement' ||
    node.type === 'ForInStatement' ||
    node.type === 'ForOfStatement'
  );
}
