/** The page's one sandbox, made when the first bench shows intent. */
import { labFiles, realmPath } from 'virtual:bytescope-realm';
import { createSandbox, type Sandbox } from '../../sandbox';

let sandbox: Sandbox | undefined;

export function pageSandbox(): Sandbox {
  sandbox ??= createSandbox({
    realmPath: isEmbedded() ? `${realmPath}?embed` : realmPath,
    lab: labFiles,
  });
  return sandbox;
}

/** In a frame of somebody else's page, where a server lets the realm be framed under that address (server/headers.ts). */
const isEmbedded = (): boolean => window.parent !== window;
