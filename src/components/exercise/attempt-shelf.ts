/** The attempts of this device, one log for each exercise. */
import { pageStorage, Shelf, type RecordShape, type ShelfStorage } from '../bench/shelf';
import { EMPTY_LOG, isEmptyLog, parseLog, type AttemptLog } from './attempt-log';

const LOGS: RecordShape<AttemptLog> = {
  prefix: 'bytescope:attempts:',
  empty: EMPTY_LOG,
  isEmpty: isEmptyLog,
  parse: parseLog,
};

export const attemptShelf = (
  storage: ShelfStorage | null,
  now: () => number = Date.now,
): Shelf<AttemptLog> => new Shelf(storage, LOGS, now);

let shared: Shelf<AttemptLog> | undefined;

export function pageAttempts(): Shelf<AttemptLog> {
  shared ??= attemptShelf(pageStorage());
  return shared;
}
