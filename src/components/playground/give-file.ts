/** Gives a file to a program: to the first of its file controls that takes it and has none of the reader's, or to a new one. */
import { isFileControl, type FileControl } from '../../core/controls/control';
import type { FileRefusal } from '../../i18n/controls';
import type { ControlStore } from '../bench/controls/control-store';
import { refuse } from '../bench/controls/take-file';

export type Given =
  | { readonly kind: 'given'; readonly control: string; readonly added: FileControl | null }
  | { readonly kind: 'refused'; readonly why: FileRefusal };

export async function giveFile(file: File, store: ControlStore): Promise<Given> {
  const free = store.controls
    .filter(isFileControl)
    .filter(({ name }) => store.values[name] === store.given(name) || store.values[name] === null);
  for (const control of free) {
    if ((await refuse(file, control)) !== null) continue;
    store.set(control.name, file);
    return { kind: 'given', control: control.name, added: null };
  }
  const added: FileControl = { kind: 'file', name: newName(store) };
  const why = await refuse(file, added);
  if (why !== null) return { kind: 'refused', why };
  store.add(added);
  store.set(added.name, file);
  return { kind: 'given', control: added.name, added };
}

/** `file`, `file2`, … */
function newName({ controls }: ControlStore): string {
  const taken = new Set(controls.map(({ name }) => name));
  let name = 'file';
  for (let n = 2; taken.has(name); n++) name = `file${n}`;
  return name;
}
