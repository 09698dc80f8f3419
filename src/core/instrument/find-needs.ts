/** What a program needs to run, as far as reading its source can tell: the playground chooses by it. */
import type { AnyNode, Program } from 'acorn';
import type { Goal, RealmKind } from '../trace/run';
import { childrenOf, parseSource, withinStack } from './parse';
import { buildScopes, visitReferences } from './scopes';

export interface Needs {
  /** `page` as soon as the program names something that only a page has. */
  readonly realm: RealmKind;
  /** That name: `document`; null for a Worker. */
  readonly pageName: string | null;
  /** `script` only where the program does not parse as a module. */
  readonly goal: Goal;
  /** It talks to the lab. */
  readonly network: boolean;
}

/** What a page has and a Worker has not, beside the elements (`HTMLCanvasElement`). @see HTML, Window */
const PAGE_NAMES: ReadonlySet<string> = new Set([
  'document',
  'window',
  'Image',
  'Audio',
  'Option',
  'Element',
  'Node',
  'MediaSource',
  'MediaRecorder',
  'AudioContext',
  'DOMParser',
  'XMLSerializer',
  'MutationObserver',
  'ResizeObserver',
  'IntersectionObserver',
  'CanvasRenderingContext2D',
  'customElements',
  'getComputedStyle',
  'matchMedia',
  'innerWidth',
  'innerHeight',
  'devicePixelRatio',
]);
const isPageName = (name: string): boolean =>
  PAGE_NAMES.has(name) || /^(?:HTML|SVG)\w*Element$/.test(name);

/** The lab's own: `io()` and `tus`; `fetch` with the address of something that it serves. */
const LAB_NAMES: ReadonlySet<string> = new Set(['io', 'tus']);
const LAB_ADDRESS = /^\/(?:media|tus)\//;

/** Null when the source does not parse, as it often does not while someone types. */
export function findNeeds(source: string): Needs | null {
  return withinStack(() => needsOf(source));
}

function needsOf(source: string): Needs | null {
  const asModule = parseSource(source, 'module');
  const parsed = asModule.kind === 'parsed' ? asModule : parseSource(source, 'script');
  if (parsed.kind === 'syntax') return null;
  const free = freeNames(parsed.program);
  const pageName = [...free].find(isPageName) ?? null;
  return {
    realm: pageName === null ? 'worker' : 'page',
    pageName,
    goal: asModule.kind === 'parsed' ? 'module' : 'script',
    network:
      [...free].some((name) => LAB_NAMES.has(name)) ||
      (free.has('fetch') && hasText(parsed.program, LAB_ADDRESS)),
  };
}

/** Names that the program uses and does not declare, in the order in which they come. */
function freeNames(program: Program): ReadonlySet<string> {
  const scopes = buildScopes(program);
  const free = new Set<string>();
  visitReferences(program, scopes, scopes.of(program), ({ name }, scope) => {
    if (scope.find(name) === null) free.add(name);
  });
  return free;
}

function hasText(node: AnyNode, like: RegExp): boolean {
  if (node.type === 'Literal' && typeof node.value === 'string') return like.test(node.value);
  if (node.type === 'TemplateElement') return like.test(node.value.raw);
  return childrenOf(node).some((child) => hasText(child, like));
}
