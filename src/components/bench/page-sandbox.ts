/** The page's one sandbox, made when the first bench shows intent. */
import { labFiles, realmPath } from 'virtual:bytescope-realm';
import { createSandbox, type Sandbox } from '../../sandbox';

let sandbox: Sandbox | undefined;

export function pageSandbox(): Sandbox {
  sandbox ??= createSandbox({ realmPath, lab: labFiles });
  return sandbox;
}
