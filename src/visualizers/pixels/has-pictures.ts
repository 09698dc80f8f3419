/** Alone in its file, which every bench carries; the view itself is fetched. */
import type { Trace } from '../../core/trace/trace';

/** Whether a run has a picture to draw. */
export const hasPictures = ({ details }: Trace): boolean =>
  details.some(({ picture }) => picture?.image?.bufferId != null);
