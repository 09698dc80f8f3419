/** A sandbox in which nothing runs: a test says what a program's run would have said. Stands in for page-sandbox.ts. */
import type { LinkConditions } from '../../src/core/trace/net-log';
import type { Program, RunListener, Sandbox } from '../../src/sandbox';

interface FakeLab {
  program: Program | null;
  listener: RunListener | null;
  readonly conditions: LinkConditions[];
  disconnects: number;
}

export const fakeLab: FakeLab = { program: null, listener: null, conditions: [], disconnects: 0 };

const sandbox: Sandbox = {
  warm: () => undefined,
  prepare: () => () => undefined,
  run: (program, listener, mount) => {
    if (program.realm === 'page') {
      // As the real one shows a page realm (src/sandbox/page-pool.ts).
      const frame = document.createElement('iframe');
      frame.title = 'Output';
      frame.style.cssText = 'display:block;inline-size:100%;block-size:100%;border:0';
      mount?.replaceChildren(frame);
    }
    fakeLab.program = program;
    fakeLab.listener = listener;
    return {
      runId: 'fake',
      stop: () => undefined,
      setControl: () => undefined,
      poke: () => undefined,
      setConditions: (conditions) => void fakeLab.conditions.push(conditions),
      disconnect: () => {
        fakeLab.disconnects += 1;
      },
      dispose: () => undefined,
    };
  },
  dispose: () => undefined,
};

export const pageSandbox = (): Sandbox => sandbox;
