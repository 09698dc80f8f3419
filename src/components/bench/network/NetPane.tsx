/** What went to the lab and back, at the shown step: bytes of files, and messages. Each shows what belongs to the other. */
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { LabKind, NetLog } from '../../../core/trace/net-log';
import type { Locale } from '../../../i18n/locale';
import {
  messagesOf,
  pointTo,
  type NetFocus,
  type Pointed,
  type Pointing,
} from '../../../visualizers/messages/focus';
import { messageNow } from '../../../visualizers/messages/model';
import { EVERYTHING, lastNetStep } from '../../../visualizers/messages/moment';
import { MessageLog } from '../../../visualizers/messages/View';
import { blobReads } from '../../../visualizers/upload/blob-reads';
import { planUploads, uploadsAt } from '../../../visualizers/upload/model';
import { UploadLanes } from '../../../visualizers/upload/View';
import type { Stepping } from '../stepping';

export interface NetPaneProps {
  /** Null where nothing has been run. */
  readonly log: NetLog | null;
  readonly lab: LabKind;
  readonly stepping: Stepping | null;
  readonly locale: Locale;
}

export function NetPane({ log, lab, stepping, locale }: NetPaneProps) {
  const shown = useMemo<NetLog>(() => log ?? { lab, messages: [], omitted: 0 }, [log, lab]);
  const step = useNetStep(shown, stepping);
  const trace = stepping?.trace ?? null;
  const plan = useMemo(
    () => planUploads(shown, trace === null ? [] : blobReads(trace)),
    [shown, trace],
  );
  const files = useMemo(() => uploadsAt(plan, step), [plan, step]);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const point = useCallback((at: NetFocus | null, by: Pointing) => {
    setPointed((before) => pointTo(before, at, by));
  }, []);
  const [chosen, setChosen] = useState<NetFocus | null>(null);
  const focus = pointed?.at ?? chosen;
  const lit = useMemo(() => messagesOf(focus, shown), [focus, shown]);
  const now = messageNow(shown, step);
  const choose = (at: NetFocus | null) => {
    setChosen(at);
    if (at?.kind !== 'message') return;
    const wanted = shown.messages[at.id]?.step;
    if (wanted != null) stepping?.store.seek(wanted);
  };
  return (
    <>
      <UploadLanes
        files={files}
        locale={locale}
        focus={focus}
        chosen={chosen}
        now={now}
        onPoint={point}
        onChoose={choose}
      />
      <MessageLog
        log={shown}
        step={step}
        locale={locale}
        lit={lit}
        chosen={chosen?.kind === 'message' ? chosen.id : null}
        reveal={chosen?.kind === 'bytes' ? (chosen.messages[0] ?? null) : null}
        onPoint={point}
        onChoose={choose}
      />
    </>
  );
}

/** The log's step under the timeline's: changes when a message comes or goes, and not with every step. */
function useNetStep(log: NetLog, stepping: Stepping | null): number {
  const subscribe = useCallback(
    (listener: () => void) => stepping?.store.shown.subscribe(listener) ?? (() => undefined),
    [stepping],
  );
  const stepNow = () => {
    if (stepping === null) return EVERYTHING;
    const { shown, steps } = stepping.store;
    return shown.step === steps ? EVERYTHING : lastNetStep(log, shown.step);
  };
  return useSyncExternalStore(subscribe, stepNow, stepNow);
}
