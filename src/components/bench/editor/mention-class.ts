/** How a mention of a view is coloured, in static code and in both editors: code.css knows these classes. */
import { isViewKind } from '../../../core/bytes/view-kinds';
import type { ViewMention } from '../../../core/instrument';

/** `v` for a variable bound to a view, `t` for a constructor's own name, and the view's family. */
export const mentionClass = ({ name, family }: Pick<ViewMention, 'name' | 'family'>): string =>
  `${isViewKind(name) ? 't' : 'v'} ${family}`;
