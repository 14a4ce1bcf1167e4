import { useEffect, useState } from 'react';

/** Whether a report lies half written on this phone. False until the phone has answered. */
export function useHasDraft(): boolean {
  const [hasDraft, setHasDraft] = useState(false);
  useEffect(() => {
    let isHere = true;
    // Storage may be closed: then there is no draft either.
    const look = async () => {
      const { createDraftStore } = await import('./draft-store.ts');
      const draft = await createDraftStore().read();
      if (isHere) setHasDraft(draft !== null);
    };
    look().catch(() => undefined);
    return () => {
      isHere = false;
    };
  }, []);
  return hasDraft;
}
