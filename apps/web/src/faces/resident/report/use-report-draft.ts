import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createDraftStore } from './draft-store.ts';
import { type DraftPlace, emptyDraft, type ReportDraft } from './report-draft.ts';

export interface DraftHold {
  /** Null until the phone has told what it kept. */
  readonly draft: ReportDraft | null;
  readonly change: (patch: Partial<ReportDraft>) => void;
  /** After it was sent: forgets the draft, remembers the place. */
  readonly finish: () => void;
  readonly lastPlace: DraftPlace | null;
  /** What is written is safe on this phone; false where its storage is closed. */
  readonly isKept: boolean;
}

/** The one report being written on this phone; each change is kept at once, so a reload or a sign-in loses nothing. */
export function useReportDraft(): DraftHold {
  const store = useMemo(() => createDraftStore(), []);
  const [draft, setDraft] = useState<ReportDraft | null>(null);
  const [lastPlace, setLastPlace] = useState<DraftPlace | null>(null);
  const [isKept, setIsKept] = useState(true);
  const latest = useRef<ReportDraft>(emptyDraft);

  useEffect(() => {
    let isHere = true;
    Promise.all([store.read(), store.readLastPlace()])
      .catch((): [null, null] => {
        setIsKept(false);
        return [null, null];
      })
      .then(([kept, place]) => {
        if (!isHere) return;
        // One kept by an earlier version lacks what came since.
        latest.current = { ...emptyDraft, ...kept };
        setDraft(latest.current);
        setLastPlace(place);
      });
    return () => {
      isHere = false;
    };
  }, [store]);

  const change = useCallback(
    (patch: Partial<ReportDraft>) => {
      latest.current = { ...latest.current, ...patch };
      setDraft(latest.current);
      store.write(latest.current).catch(() => setIsKept(false));
    },
    [store],
  );

  const finish = useCallback(() => {
    const { place } = latest.current;
    latest.current = emptyDraft;
    setDraft(emptyDraft);
    const forget = async () => {
      await store.write(emptyDraft);
      if (place !== null) await store.writeLastPlace(place);
    };
    forget().catch(() => setIsKept(false));
  }, [store]);

  return { draft, change, finish, lastPlace, isKept };
}
