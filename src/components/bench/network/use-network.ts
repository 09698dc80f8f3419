/** The network of a bench: the link as the reader has set it, and the server half with its draft. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { CLEAR_LINK, type LabKind, type LinkConditions } from '../../../core/trace/net-log';
import type { CodeController } from '../CodeArea';
import type { BenchNetwork } from '../use-bench';
import { useDraft } from '../use-draft';
import { linkAtStart, pageLinks } from './link';

export interface NetworkSetup {
  readonly lab: LabKind;
  /** The half that runs in the lab in the page; null is the standard lab. */
  readonly server: { readonly fileName: string; readonly source: string } | null;
}

export interface NetworkModel {
  readonly setup: NetworkSetup;
  readonly bench: BenchNetwork;
  readonly conditions: LinkConditions;
  /** The browser would not keep them. */
  readonly unsaved: boolean;
  /** By the reader's hand: they are kept on this device. */
  readonly setConditions: (conditions: LinkConditions) => void;
  readonly serverCode: React.RefObject<CodeController | null>;
}

/** Where the draft of a server half is kept, beside that of its program. */
export const serverDraftId = (id: string): string => `${id}.server`;

/** @param given how the link was set in what brought the program here: state of the page, until the reader sets it */
export function useNetwork(
  id: string,
  setup: NetworkSetup,
  given: LinkConditions | null = null,
): NetworkModel {
  const { lab, server } = setup;
  const serverCode = useRef<CodeController>(null);
  const [draft, session] = useDraft(
    serverDraftId(id),
    server?.source ?? '',
    useCallback((next) => serverCode.current?.setSource(next), []),
  );
  const [conditions, show] = useState(CLEAR_LINK);
  const [unsaved, setUnsaved] = useState(false);
  const latest = useRef(conditions);
  // What was kept is there after hydration, not in the server's HTML, which every reader shares.
  useEffect(() => {
    latest.current = linkAtStart(pageLinks(), id, given);
    show(latest.current);
  }, [id, given]);
  const setConditions = useCallback(
    (next: LinkConditions) => {
      latest.current = next;
      show(next);
      setUnsaved(pageLinks().update(id, () => next).kind !== 'saved');
    },
    [id],
  );
  const bench = useMemo<BenchNetwork>(
    () => ({
      program: () => ({
        lab,
        serverHalf: server && { source: session.state.source, fileName: server.fileName },
        conditions: latest.current,
      }),
      serverHalf: server && {
        fileName: server.fileName,
        pristine: server.source,
        draft,
        session,
      },
    }),
    [lab, server, draft, session],
  );
  return { setup, bench, conditions, unsaved, setConditions, serverCode };
}
