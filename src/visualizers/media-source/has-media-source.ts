/** Alone in its file, which every bench carries; the view itself is fetched. */
import type { Trace } from '../../core/trace/trace';

/** Whether a run has a MediaSource to look at. */
export const hasMediaSource = ({ details }: Trace): boolean =>
  details.some(({ playback }) => playback !== undefined && playback.state.source !== null);
