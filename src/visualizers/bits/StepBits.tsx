/** The bit panel of a recorded run: the chosen byte at the shown step. Flipping bits is a "what if" over the recording. */
import type { Locale } from '../../i18n/locale';
import type { MemoryReplay } from '../memory/memory-replay';
import { useReplayVersion } from '../memory/StepReadout';
import { BitPanel } from './View';

export interface StepBitsProps {
  readonly replay: MemoryReplay;
  readonly locale: Locale;
  /** Also told to whoever owns the run: at the last step a poke may become a real write. */
  readonly onPoke?: (bufferId: number, byteOffset: number, value: number) => void;
}

/** Nothing while no byte is chosen, or where it is not there at this step. */
export function StepBits({ replay, locale, onPoke }: StepBitsProps) {
  useReplayVersion(replay);
  const place = replay.selected;
  if (!place) return null;
  const { bufferId, byteOffset } = place;
  const value = replay.memory.isMade(bufferId) ? replay.bytesOf(bufferId)[byteOffset] : undefined;
  if (value === undefined) return null;
  return (
    <BitPanel
      byteOffset={byteOffset}
      value={value}
      locale={locale}
      onPoke={(_, next) => {
        replay.poke(bufferId, byteOffset, next);
        onPoke?.(bufferId, byteOffset, next);
      }}
      onClose={() => {
        replay.select(null);
      }}
    />
  );
}
