/** The words that exercises are written in: all that `check.ts` needs. The page and the gate import the files themselves. */
export { atMost, inOrder, none, only } from './access-rules';
export type { Attempt, Call } from './attempt';
export { defineExercise, errorOf, everyCall, everyCallThat, theProgram } from './exercise';
export type { Check, Exercise, Recognise } from './exercise';
export type { Finding } from './feedback';
export { buffer, call, file, hex, listener, Seeded, socket, view, worker } from './inputs';
export {
  blobReadsAtMost,
  blobReadsOf,
  fileOf,
  inFlightAtLeast,
  inFlightAtMost,
  labOf,
  labRefusedNothing,
  labSaved,
  messagesOf,
  mostInFlight,
  movedAll,
  movedBytes,
  neverIdle,
  noReadsBelowResume,
  readsBeforeFirstAck,
  recordOf,
  reported,
  reportedNoMoreThanAcknowledged,
  resumedAt,
  workerGotFile,
} from './lab-rules';
export { allocations, changes, copies, dataView, reads, views, writes } from './pattern';
export {
  all,
  answersLike,
  any,
  answersOfWholeBuffers,
  failsWith,
  failsWithName,
  inCall,
} from './recognise';
export {
  leaves,
  leavesNamed,
  prints,
  returns,
  returnsBytes,
  returnsView,
  throws,
} from './result-rules';
export type { Expected, InputValue } from './values';
export { leavesAround, leavesView } from './window-rules';
