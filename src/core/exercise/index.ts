/** The words that exercises are written in: all that `check.ts` needs. The page and the gate import the files themselves. */
export { atMost, inOrder, none, only } from './access-rules';
export type { Call } from './attempt';
export {
  blobBytesAtMost,
  blobReadsAtMost,
  blobReadsOf,
  noReadsBelowResume,
  readsBeforeFirstAck,
  returnsBlob,
  revokesAll,
  urlsOf,
} from './blob-rules';
export {
  canvasRecordOf,
  leavesPixels,
  takesAtMost,
  takesPixels,
  writesNoAlpha,
} from './canvas-rules';
export type { MadeCanvas } from './canvas';
export { defineExercise, everyCall, everyCallThat } from './exercise';
export type { Recognise } from './exercise';
export type { Finding } from './feedback';
export {
  buffer,
  call,
  canvas,
  file,
  hex,
  listener,
  media,
  moves,
  Seeded,
  socket,
  view,
  worker,
} from './inputs';
export {
  inFlightAtLeast,
  inFlightAtMost,
  labRefusedNothing,
  labSaved,
  neverIdle,
} from './lab-rules';
export { reported, reportedNoMoreThanAcknowledged } from './listener-rules';
export { allocations, blobs, changes, copies, dataView, reads, views, writes } from './pattern';
export type { MediaBehaviour } from './media';
export {
  addsType,
  appendsAll,
  appendsOf,
  asksFirst,
  behaviourOf,
  endsOnce,
  neverWhileUpdating,
  notesOf,
  nothingAfterFailure,
  nothingUncaught,
  revokesUrl,
  told,
  toldText,
} from './media-rules';
export { bytesReadAtMost, bytesReadIn } from './read-rules';
export { fileOf, labOf, messagesOf, mostInFlight, recordOf, resumedAt } from './records';
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
export { movedAll, movedBytes, workerGotFile } from './worker-rules';
