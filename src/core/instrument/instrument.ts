/** The rewriter's entry: parse, refuse what cannot run, rewrite, print. */
import type { Goal } from '../trace/run';
import type { Context } from './context';
import { CounterNames } from './counting';
import type { Instrumented, RecordMode, SyntaxFailure } from './index';
import { findImport } from './modules';
import { parseSource, TOO_DEEP, withinStack } from './parse';
import { print } from './printer';
import { Sites, Temporaries } from './recording';
import { rewrite } from './rewrite';
import { isStrict } from './strict';
import { Variables } from './variables';

/**
 * Rewrites a snippet so that it can be recorded and stopped. Line numbers do not change; the learner's columns are
 * kept in `columns`.
 *
 * @param source the learner's source
 * @param options `goal` as the snippet declares it; `fileName` as stacks show it; `record`: what the program tells the
 *   recorder (`light` unless told); `expose`: names of the
 *   program's outermost scope that the realm may read once the program has run
 * @returns the rewritten program, or the learner's mistake (a syntax error, an import) as a value
 */
export function instrument(
  source: string,
  options: InstrumentOptions,
): Instrumented | SyntaxFailure {
  return withinStack(() => rewritten(source, options)) ?? TOO_DEEP;
}

interface InstrumentOptions {
  readonly goal: Goal;
  readonly fileName: string;
  readonly record?: RecordMode;
  readonly expose?: readonly string[];
}

function rewritten(source: string, options: InstrumentOptions): Instrumented | SyntaxFailure {
  const parsed = parseSource(source, options.goal);
  if (parsed.kind === 'syntax') return parsed;
  const refused = findImport(parsed.program);
  if (refused !== null) return { kind: 'syntax', error: refused };
  const hookName = chooseHookName(source);
  const sites = new Sites(source);
  let variables: Variables | null = null;
  const context: Context = {
    source,
    goal: options.goal,
    hook: hookName,
    name: null,
    moduleThis: options.goal === 'module',
    callee: false,
    reference: false,
    discarded: false,
    registers: options.record !== 'none',
    recording:
      options.record === 'full'
        ? {
            sites,
            variables: () => (variables ??= new Variables(parsed.program, options.goal)),
            temporaries: new Temporaries(hookName),
            apart: false,
            counterNames: new CounterNames(hookName),
            strict: options.goal === 'module' || isStrict(parsed.program),
            statement: parsed.program,
            counting: null,
            twinned: false,
          }
        : null,
  };
  const { code, columns, functions } = print(
    rewrite(parsed.program, context),
    source,
    parsed.comments,
  );
  const accessor = scopeAccessor(options.expose ?? [], hookName);
  return {
    kind: 'instrumented',
    code: code + accessor,
    hookName,
    columns,
    functions,
    sites: sites.list,
  };
}

/**
 * The program's last statement, on a line of its own: hands the realm a function that reads names of this scope, so that
 * an exercise's functions need no export.
 */
function scopeAccessor(names: readonly string[], hook: string): string {
  if (names.length === 0) return '';
  // `typeof` also asks for a name that is declared nowhere.
  const chosen = names.map(
    (name) => `${hook}q===${JSON.stringify(name)}?typeof ${name}==="undefined"?void 0:${name}:`,
  );
  return `\n;${hook}.q((${hook}q)=>${chosen.join('')}void 0);`;
}

/** A short identifier that does not occur in the source, also not as a part of a longer one. */
export function chooseHookName(source: string): string {
  // An identifier may be spelled with escapes; a source that has any gets a name nobody would spell.
  const base = source.includes('\\u') ? '$bytescope$' : '$b';
  let name = base;
  for (let i = 0; source.includes(name); i++) name = `${base}${i}$`;
  return name;
}
