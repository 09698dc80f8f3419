/** All there is to see of one byte: its bits, and its life. Fetched when a byte is chosen. */
import type { Locale } from '../../i18n/locale';
import { StepBits } from '../../visualizers/bits/StepBits';
import { ByteHistory } from '../../visualizers/memory/ByteHistory';
import type { MemoryReplay } from '../../visualizers/memory/memory-replay';

export interface ChosenByteProps {
  readonly replay: MemoryReplay;
  readonly locale: Locale;
  readonly onPoke: (bufferId: number, byteOffset: number, value: number) => void;
  readonly onSeek: (step: number) => void;
}

export function ChosenByte({ replay, locale, onPoke, onSeek }: ChosenByteProps) {
  return (
    <>
      <StepBits replay={replay} locale={locale} onPoke={onPoke} />
      <ByteHistory replay={replay} locale={locale} onSeek={onSeek} />
    </>
  );
}
