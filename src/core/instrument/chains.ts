/**
 * Optional chains. What stands in front of the first `?.` is an expression of its own. Behind it everything is skipped
 * when that is nullish, so an element there is recorded by writing the test out: `a?.b[i]` becomes
 * `(($1=a)===null||$1===void 0?void 0:($1=$1.b)[$.R($1,i,site)])`.
 */
import type { AnyNode, CallExpression, ChainExpression, MemberExpression } from 'acorn';
import { isElement, printReadKey } from './accesses';
import type { Context, Visit } from './context';
import { interrupted, uncertain } from './counting';
import type { Printed } from './printer';
import { inner, slice, slices, stretch, unnamed } from './slices';

type Link = MemberExpression | CallExpression;

export function printChain(node: ChainExpression, context: Context, visit: Visit): Printed {
  const { base, links } = linksOf(node.expression);
  const printed = new ChainPrinter(base, links, context, visit).print();
  interrupted(context);
  return printed;
}

/** From the first optional link on, outwards. */
function linksOf(last: AnyNode): { base: AnyNode; links: readonly Link[] } {
  const all: Link[] = [];
  let node = last;
  while (node.type === 'MemberExpression' || node.type === 'CallExpression') {
    all.unshift(node);
    node = objectOf(node);
  }
  const first = all.findIndex(({ optional }) => optional);
  const links = all.slice(first);
  return { base: links[0] ? objectOf(links[0]) : node, links };
}

function objectOf(link: Link): AnyNode {
  return link.type === 'MemberExpression' ? link.object : link.callee;
}

class ChainPrinter {
  readonly #base: AnyNode;
  readonly #links: readonly Link[];
  readonly #context: Context;
  readonly #visit: Visit;
  readonly #asReference: boolean;

  constructor(base: AnyNode, links: readonly Link[], context: Context, visit: Visit) {
    this.#base = base;
    this.#links = links;
    this.#context = inner(context);
    this.#visit = visit;
    this.#asReference = context.reference;
  }

  print(): Printed {
    const { recording } = this.#context;
    const last = this.#lastToRecord();
    const temporaries = recording?.temporaries;
    if (last < 0 || temporaries === undefined) return this.#printPlain(this.#links.length - 1);
    // One is enough: it is read again before anything else is evaluated.
    const temporary = temporaries.take();
    temporaries.release(temporary);
    const tests: Printed[] = [];
    let skips = 0;
    let value: Printed = this.#printBase();
    let isTemporary = false;
    this.#links.forEach((link, index) => {
      const object = objectOf(link);
      const token = this.#tokenBehind(object);
      value = [slice(link.start, object.start), value, slice(object.end, token)];
      const records = isElement(link) && index <= last;
      if (link.optional && index < last) {
        tests.push(`((${temporary}=`, value, `)===null||${temporary}===void 0?void 0:`);
        skips++;
        value = temporary;
        isTemporary = true;
      } else if (records) {
        value = [`(${temporary}=`, value, ')'];
        isTemporary = true;
      }
      const optional = link.optional && index >= last;
      value = [
        value,
        this.#printLink(link, token, optional, records && isTemporary ? temporary : null),
      ];
    });
    return [tests, value, ')'.repeat(skips)];
  }

  /** The last link that is an element and can be recorded, or −1. */
  #lastToRecord(): number {
    if (this.#asReference) return -1;
    let last = -1;
    for (const [index, link] of this.#links.entries()) {
      // An optional call of a method needs its `this`, which a temporary would lose.
      const isMethod = link.type === 'CallExpression' && objectOf(link).type === 'MemberExpression';
      if (link.optional && isMethod) break;
      if (isElement(link)) last = index;
    }
    return last;
  }

  #printBase(): Printed {
    const [first] = this.#links;
    const isCallee = first?.type === 'CallExpression';
    const printed = this.#visit(this.#base, { ...this.#context, reference: isCallee });
    return unnamed(this.#base, printed);
  }

  /** Offset of the `?.`, `.`, `[` or `(` behind an object. */
  #tokenBehind(object: AnyNode): number {
    const { source } = this.#context;
    let at = object.end;
    for (;;) {
      if (source.startsWith('//', at)) at += source.slice(at).search(/[\n\r\u2028\u2029]/);
      else if (source.startsWith('/*', at)) at = source.indexOf('*/', at) + 2;
      else if (/[?.[(]/.test(source.charAt(at))) return at;
      else at++;
    }
  }

  /** The part of a link behind its object. */
  #printLink(link: Link, token: number, optional: boolean, again: string | null): Printed {
    const own = uncertain(this.#context);
    let from = token;
    let lead = '';
    if (link.optional && !optional) {
      from += 2;
      if (link.type === 'MemberExpression' && !link.computed) lead = '.';
    }
    const parts = link.type === 'MemberExpression' ? [link.property] : link.arguments;
    return [
      lead,
      stretch(parts, from, link.end, (part) =>
        again !== null && link.type === 'MemberExpression'
          ? printReadKey(link, again, own, this.#visit)
          : this.#visit(part, own),
      ),
    ];
  }

  #printPlain(index: number): Printed {
    const own = uncertain(this.#context);
    const link = this.#links[index];
    if (link === undefined) return this.#printBase();
    const object = objectOf(link);
    return slices(link, (part) =>
      part === object ? this.#printPlain(index - 1) : this.#visit(part, own),
    );
  }
}
