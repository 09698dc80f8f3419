/**
 * The island hydrates on intent (loader/intent.ts), as benches do. Where there is something to open (an address that names
 * a program, or one that the reader had open) that is intent enough.
 */
import { OPEN_KEY } from './open-key';

const isWanted = (): boolean => {
  if (location.search !== '' || location.hash !== '') return true;
  try {
    return (sessionStorage.getItem(OPEN_KEY) ?? localStorage.getItem(OPEN_KEY)) !== null;
  } catch {
    return false;
  }
};

function wake(): void {
  if (!isWanted()) return;
  for (const island of document.querySelectorAll('astro-island:has(> .playground)'))
    island.dispatchEvent(new Event('focusin'));
}

// An island listens from when it is parsed whole, which may be a moment after this script; once awake it hears no more.
wake();
addEventListener('DOMContentLoaded', wake);
addEventListener('load', wake);
// A link that comes later, in the address alone.
addEventListener('hashchange', wake);
