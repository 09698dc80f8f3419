/** Whether a program stands as the site has it, so that its name says it all. */
import type { SharedProgram } from './shared';

export function isSameProgram(a: SharedProgram, b: SharedProgram): boolean {
  return (
    a.fileName === b.fileName &&
    a.source === b.source &&
    a.realm === b.realm &&
    a.goal === b.goal &&
    a.html === b.html &&
    a.lab === b.lab &&
    a.serverHalf?.fileName === b.serverHalf?.fileName &&
    a.serverHalf?.source === b.serverHalf?.source &&
    JSON.stringify(a.controls) === JSON.stringify(b.controls)
  );
}
