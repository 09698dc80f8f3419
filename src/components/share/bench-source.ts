/** A lesson's bench, or an exercise, as something to share: its program with the reader's edits, and what the bench shows. */
import type { Control, ControlValues } from '../../core/controls/control';
import { BYTE_BASES } from '../../core/bytes/format';
import type { SharedFile, SharedProgram, SharedView } from '../../core/share/shared';
import { isClear } from '../bench/network/link';
import type { BenchModel } from '../bench/use-bench';
import type { ShareSource } from './share-source';

export function benchSource(bench: BenchModel): ShareSource {
  const { setup, controls, session, drafts, network } = bench;
  const [, server] = drafts;
  const own: SharedProgram = {
    fileName: setup.fileName,
    source: setup.source,
    realm: setup.realm,
    goal: setup.goal,
    html: setup.html,
    controls: controls.controls,
    lab: network?.program().lab ?? null,
    serverHalf: network?.serverHalf
      ? { fileName: network.serverHalf.fileName, source: network.serverHalf.pristine }
      : null,
    from: setup.isExample === true ? setup.id : null,
  };
  return {
    toShared: async () => ({
      program: {
        ...own,
        // Of this moment: what is rendered may be a letter behind.
        source: session.state.source,
        controls: standing(controls.controls, controls.values),
        serverHalf: server
          ? { fileName: server.fileName, source: server.session.state.source }
          : null,
      },
      files: await ownFiles(controls.controls, controls.values, (name) => controls.given(name)),
      view: viewOf(bench),
      language: setup.locale,
    }),
    example: (from) => Promise.resolve(from === own.from ? own : null),
  };
}

/** Controls that begin where the reader has set them. */
export function standing(controls: readonly Control[], values: ControlValues): readonly Control[] {
  return controls.map((control) => {
    const value = values[control.name];
    switch (control.kind) {
      case 'range':
        return typeof value === 'number' ? { ...control, value } : control;
      case 'toggle':
        return typeof value === 'boolean' ? { ...control, value } : control;
      case 'select':
        return typeof value === 'string' ? { ...control, value } : control;
      case 'button':
      case 'file':
        return control;
    }
  });
}

/** Files that the reader chose: the site's own are there for everybody. */
function ownFiles(
  controls: readonly Control[],
  values: ControlValues,
  given: (name: string) => File | null,
): Promise<readonly SharedFile[]> {
  return Promise.all(
    controls.flatMap(({ kind, name }) => {
      const file = values[name];
      if (kind !== 'file' || !(file instanceof File) || file === given(name)) return [];
      return [
        file.arrayBuffer().then((bytes) => ({
          control: name,
          name: file.name,
          type: file.type,
          bytes: new Uint8Array(bytes),
        })),
      ];
    }),
  );
}

/** The step and the byte belong to the code on screen, or they are left out. */
export function viewOf(bench: BenchModel): SharedView {
  const { own, old, covered, section, network } = bench;
  const isShown = own !== null && !old && !covered;
  const store = isShown ? own.store : null;
  const selected = isShown ? own.replay.selected : null;
  const conditions = network?.program().conditions ?? null;
  return {
    // Step 0 is before the first one; it has no number, and a replay can go there at once.
    step: store !== null && store.step > 0 && store.step < store.steps ? store.step : null,
    memory: selected && { buffer: selected.bufferId, offset: selected.byteOffset },
    base: baseOf(section.current),
    conditions: conditions !== null && isClear(conditions) ? null : conditions,
  };
}

/** The base is the memory view's own business; what it says is in its switch. */
function baseOf(section: HTMLElement | null): SharedView['base'] {
  const choices = [...(section?.querySelectorAll('.mem-head [role=radio]') ?? [])];
  const chosen = choices.findIndex((each) => each.getAttribute('aria-checked') === 'true');
  return BYTE_BASES[chosen] ?? 'hex';
}
