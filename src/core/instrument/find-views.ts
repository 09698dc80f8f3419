/** Finds where a snippet speaks of views, so that the code can wear the colours of its lanes. */
import type { AnyNode } from 'acorn';
import { familyOf, isViewKind, type Family } from '../bytes/view-kinds';
import type { ViewMention } from './index';
import { childrenOf, parseSource, withinStack } from './parse';
import { inferFamily } from './infer-family';
import { buildScopes, visitReferences, type Scope, type Scopes } from './scopes';

/**
 * Every identifier that names a view (`const px = new Uint8Array(4)`: each `px`) or a view's constructor
 * (`Uint8Array`), with the family that colours it. Shadowed names are told apart. Null when the source does not parse, as
 * it often does not while someone types, or nests too deep.
 *
 * @returns mentions in source order; offsets are 0-based UTF-16 units, half-open
 */
export function findViewMentions(source: string): ViewMention[] | null {
  return withinStack(() => mentionsIn(source));
}

function mentionsIn(source: string): ViewMention[] | null {
  const asModule = parseSource(source, 'module');
  const parsed = asModule.kind === 'parsed' ? asModule : parseSource(source, 'script');
  if (parsed.kind === 'syntax') return null;
  const scopes = buildScopes(parsed.program);
  inferBindings(parsed.program, scopes);
  const mentions: ViewMention[] = [];
  visitReferences(parsed.program, scopes, scopes.of(parsed.program), (node, scope) => {
    const family = familyOfName(node.name, scope);
    if (family !== null) {
      mentions.push({ name: node.name, family, start: node.start, end: node.end });
    }
  });
  return mentions.sort((a, b) => a.start - b.start);
}

/** What a name means in a scope: a variable's inferred family, or a global constructor's own. */
function familyOfName(name: string, scope: Scope): Family | null {
  const binding = scope.find(name);
  if (binding !== null) return binding.family;
  return isViewKind(name) ? familyOf(name) : null;
}

/** Gives each binding the family of what it is declared with or first assigned. Twice, so that order matters less. */
function inferBindings(program: AnyNode, scopes: Scopes): void {
  const visit = (node: AnyNode, outer: Scope): void => {
    const scope = scopes.of(node, outer);
    const [target, value] = assignmentOf(node);
    if (target?.type === 'Identifier' && value) {
      const binding = scope.find(target.name);
      const family = inferFamily(value, (name) => scope.find(name));
      if (binding !== null && binding.family === null) binding.family = family;
    }
    for (const child of childrenOf(node)) visit(child, scope);
  };
  for (let pass = 0; pass < 2; pass++) visit(program, scopes.of(program));
}

function assignmentOf(node: AnyNode): [AnyNode?, (AnyNode | null)?] {
  if (node.type === 'VariableDeclarator') return [node.id, node.init ?? null];
  if (node.type === 'AssignmentPattern') return [node.left, node.right];
  if (node.type === 'AssignmentExpression' && node.operator === '=') return [node.left, node.right];
  return [];
}
