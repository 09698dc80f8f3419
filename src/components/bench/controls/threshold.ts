/** The control of a bench whose line stands on the histogram of brightness. */
import { labelOf, type Control } from '../../../core/controls/control';
import type { Locale } from '../../../i18n/locale';
import type { ThresholdSource } from '../../../visualizers/pixels/stage';
import type { ControlStore } from './control-store';

type Range = Extract<Control, { kind: 'range' }>;

export function thresholdOf(store: ControlStore, locale: Locale): ThresholdSource | null {
  const control = store.controls.find(
    (each): each is Range => each.kind === 'range' && each.histogram === true,
  );
  if (!control) return null;
  const { name, label, min, max } = control;
  return {
    label: labelOf(label, locale, name),
    min,
    max,
    get value() {
      return Number(store.values[name]);
    },
    set: (value) => store.set(name, value),
    subscribe: (listener) => store.subscribe(listener),
  };
}
