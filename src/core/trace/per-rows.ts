/**
 * What is worked out from the recorded steps alone, once for each recording. Past the cap a run goes on telling memory and
 * counts, several times a second: each is another Trace over the very same rows.
 */
import type { Trace } from './trace';

export function perRows<T>(make: (trace: Trace) => T): (trace: Trace) => T {
  const made = new WeakMap<Uint32Array, T>();
  return (trace) => {
    const known = made.get(trace.rows);
    if (known !== undefined) return known;
    const fresh = make(trace);
    made.set(trace.rows, fresh);
    return fresh;
  };
}
