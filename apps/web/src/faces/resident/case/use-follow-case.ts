import { openLive } from '@linli/client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useGetCase } from '../../../features/cases/get-case.ts';
import { useListMyCases } from '../../../features/cases/list-my-cases.ts';
import { useSession } from '../session/use-session.ts';

/**
 * Keeps an open case fresh: by the live feed for whoever is signed in; others get it again on coming back to the page.
 * Each time something new in it has been read (`seq`), the marks in my list are asked for anew.
 */
export function useFollowCase(caseId: string, seq: number | undefined): void {
  const queries = useQueryClient();
  const { isSignedIn } = useSession();
  useEffect(() => {
    if (!isSignedIn) return;
    const refresh = () => void queries.invalidateQueries({ queryKey: useGetCase.key({ caseId }) });
    const feed = openLive({
      url: '/api/live',
      onChange: ({ nounId }) => (nounId === caseId ? refresh() : undefined),
      onReset: refresh,
    });
    return () => feed.close();
  }, [queries, caseId, isSignedIn]);
  useEffect(() => {
    if (!isSignedIn || seq === undefined) return;
    void queries.invalidateQueries({ queryKey: useListMyCases.key() });
  }, [queries, isSignedIn, seq]);
}
