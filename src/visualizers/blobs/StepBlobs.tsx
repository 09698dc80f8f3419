/** The Blobs of a recorded run at the shown step. */
import { useMemo } from 'react';
import type { Locale } from '../../i18n/locale';
import type { MemoryReplay } from '../memory/memory-replay';
import { useReplayVersion } from '../memory/StepReadout';
import { blobsAt } from './model';
import { BlobsView } from './View';

export interface StepBlobsProps {
  readonly replay: MemoryReplay;
  readonly locale: Locale;
  readonly onSeek: (step: number) => void;
}

export function StepBlobs({ replay, locale, onSeek }: StepBlobsProps) {
  useReplayVersion(replay);
  const { trace, step } = replay;
  const model = useMemo(() => blobsAt(trace, step), [trace, step]);
  return <BlobsView model={model} step={step} locale={locale} onSeek={onSeek} />;
}
