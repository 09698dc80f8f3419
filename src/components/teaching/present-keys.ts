/** What keys mean while a bench is presented, and which bench an address asks for. */

export type PresentAction =
  'leave' | 'previous' | 'next' | 'smaller' | 'larger' | 'run' | 'back' | 'forward' | 'fullscreen';

/** By what `keyOf` (core/key-of) says of a press. Page Up and Page Down are what a presenter's remote control sends. */
const ACTIONS: Readonly<Record<string, PresentAction>> = {
  Escape: 'leave',
  PageUp: 'previous',
  PageDown: 'next',
  '-': 'smaller',
  '+': 'larger',
  '=': 'larger',
  r: 'run',
  ArrowLeft: 'back',
  ArrowRight: 'forward',
  f: 'fullscreen',
};

export const actionOf = (key: string): PresentAction | null =>
  Object.hasOwn(ACTIONS, key) ? (ACTIONS[key] ?? null) : null;

const ADDRESS = /^#present(?:=(.*))?$/;

/** The id of the bench that a fragment presents, empty for the first one; null for any other fragment. */
export function benchInAddress(hash: string): string | null {
  const found = ADDRESS.exec(hash);
  return found && (found[1] ?? '');
}

export const addressOf = (benchId: string): string => `#present=${benchId}`;

/** The width and height, in pixels of a bench at its usual size, that fill the window of a projector. */
const STAGE = { width: 940, height: 520 } as const;
/** One press of a key. */
const STEP = 1.1;
const MOST_STEPS = 8;

/** How much larger than usual a bench is drawn, after so many presses. Type is never smaller than on the page. */
export function zoomFor(width: number, height: number, presses: number): number {
  const fitting = Math.min(width / STAGE.width, height / STAGE.height);
  return Math.max(1, Math.min(fitting * STEP ** presses, 4));
}

export const limitPresses = (presses: number): number =>
  Math.max(-MOST_STEPS, Math.min(presses, MOST_STEPS));
