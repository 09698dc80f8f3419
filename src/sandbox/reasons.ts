/** Why a run counts as lost, each as a sentence a reader can act on. */
export const REASONS = {
  neverBooted:
    'The sandbox page did not load, so the code was not run. Reload the page; if that does not help, an extension or a proxy may be blocking it.',
  offline:
    'There is no network, and this browser does not have the sandbox page any more, so the code was not run. Its recorded run can be stepped through all the same.',
  neverStarted:
    'The sandbox did not answer, so the code was not run. Press Run again; if that does not help, reload the page.',
  crashed:
    'The sandbox went away while the code ran. It may have used up its memory, closed itself or tried to leave its page. Press Run to start afresh.',
  flood:
    'The code sent messages faster than this page takes them, so the run was ended. What is shown is incomplete.',
  invalid:
    'The sandbox sent a message this page does not understand, so nothing about this run can be trusted.',
  noInstrumenter:
    'The part of this page that prepares code did not load, so the code was not run. Press Run again; if that does not help, reload the page.',
  noNetwork:
    'The part of this page that reaches the lab did not load. Press Run again; if that does not help, reload the page.',
  relayFailed: 'The page lost its connection to the sandbox. Reload the page.',
} as const;
