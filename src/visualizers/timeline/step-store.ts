/**
 * Which step of a trace is shown, and whether it plays. No React: views subscribe, controls call. Of the page it only
 * waits for a paint, which a test brings along. One store belongs to one recording; a new run makes a new store.
 */
import { afterPaint } from '../../core/after-paint';
import { neighbourStatement } from '../../core/trace/selectors';
import type { Trace } from '../../core/trace/trace';
import type { Arrival, StepSource } from '../memory/memory-replay';

export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];
/** Dwell per step at 1×, as `--t-play`. */
export const PLAY_MS = 600;
/** At this speed a step is over before its animation would be. */
const TOO_FAST_TO_ANIMATE: Speed = 4;

export interface StepStore extends StepSource {
  /** Steps of the trace. */
  readonly steps: number;
  readonly speed: Speed;
  /**
   * The same for what takes long to draw: it follows once the controls have been painted at the new step, and goes
   * straight to the last one where there were several meanwhile, so that a press is answered at once and a held key
   * does not wait for pictures that nobody would see.
   */
  readonly shown: StepSource;
  /** Has `shown` follow now: for who goes to a step and reads the page at once. */
  follow(): void;
  /** Shows a step; numbers outside the trace go to its ends. Stops playing. */
  seek(step: number): void;
  /** Steps by a number of steps. `held`: by a key that repeats. Stops playing. */
  stepBy(steps: number, held?: boolean): void;
  /** To the first step of the next (1) or the last of the previous (−1) statement. Stops playing. */
  skipStatement(direction: 1 | -1): void;
  play(): void;
  pause(): void;
  /** Plays or pauses; at the end it plays from the beginning. */
  toggle(): void;
  setSpeed(speed: Speed): void;
  /** A drag or a held key begins and ends. */
  beginScrub(): void;
  endScrub(): void;
  /** Stops the clock for good. */
  dispose(): void;
}

export interface StepStoreOptions {
  /** The step shown first: the last one unless given. */
  readonly step?: number;
  /** Calls back when `shown` may follow. */
  readonly later?: (follow: () => void) => void;
}

export function createStepStore(trace: Trace, options: StepStoreOptions = {}): StepStore {
  const { steps } = trace;
  const clamp = (wanted: number) => Math.max(0, Math.min(steps, Math.trunc(wanted)));
  const { later = afterPaint } = options;
  const listeners = new Set<() => void>();
  const followers = new Set<() => void>();
  let step = clamp(options.step ?? steps);
  let arrival = 'jump' as Arrival;
  let playing = false;
  let scrubbing = false;
  let speed: Speed = 1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;

  const subscriptionTo = (heard: Set<() => void>) => (listener: () => void) => {
    heard.add(listener);
    return () => {
      heard.delete(listener);
    };
  };
  /** What the followers have been told. */
  const shown = { step, arrival, playing, scrubbing, subscribe: subscriptionTo(followers) };

  const tell = () => {
    for (const listener of [...listeners]) listener();
    if (isDue) return;
    isDue = true;
    later(follow);
  };
  const follow = () => {
    if (!isDue) return;
    isDue = false;
    const far = Math.abs(step - shown.step);
    if (far > 0) shown.arrival = far > 1 ? 'jump' : arrival;
    Object.assign(shown, { step, playing, scrubbing });
    for (const follower of [...followers]) follower();
  };
  const stopClock = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const startClock = () => {
    stopClock();
    timer = setTimeout(tick, PLAY_MS / speed);
  };
  const tick = () => {
    move(step + 1, speed < TOO_FAST_TO_ANIMATE ? 'step' : 'jump');
    if (step >= steps) playing = false;
    else startClock();
    tell();
  };
  const move = (wanted: number, how: Arrival) => {
    step = clamp(wanted);
    arrival = how;
  };
  const halt = () => {
    playing = false;
    stopClock();
  };
  /** Goes somewhere because the reader asked. */
  const go = (wanted: number, how: Arrival) => {
    const before = step;
    const wasPlaying = playing;
    halt();
    move(wanted, how);
    if (step !== before || wasPlaying) tell();
  };
  const play = () => {
    if (playing || steps === 0) return;
    playing = true;
    if (step >= steps) move(0, 'jump');
    startClock();
    tell();
  };
  const pause = () => {
    if (!playing) return;
    halt();
    tell();
  };
  const setScrubbing = (on: boolean) => {
    if (scrubbing === on) return;
    scrubbing = on;
    tell();
  };

  return {
    steps,
    shown,
    follow,
    get step() {
      return step;
    },
    get arrival() {
      return arrival;
    },
    get playing() {
      return playing;
    },
    get scrubbing() {
      return scrubbing;
    },
    get speed() {
      return speed;
    },
    subscribe: subscriptionTo(listeners),
    seek: (wanted) => {
      go(wanted, 'jump');
    },
    stepBy: (by, held = false) => {
      go(step + by, !held && Math.abs(by) === 1 ? 'step' : 'jump');
    },
    skipStatement: (direction) => {
      go(neighbourStatement(trace, step, direction), 'jump');
    },
    play,
    pause,
    toggle: () => {
      if (playing) pause();
      else play();
    },
    setSpeed: (wanted) => {
      speed = wanted;
      if (playing) startClock();
      tell();
    },
    beginScrub: () => {
      setScrubbing(true);
    },
    endScrub: () => {
      setScrubbing(false);
    },
    dispose: halt,
  };
}
