import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useCountCases } from '../../../features/cases/count-cases.ts';
import { useGetCase } from '../../../features/cases/get-case.ts';
import { useListCases } from '../../../features/cases/list-cases.ts';
import { useLiveEvents } from './live-feed.tsx';

// Many changes at once (an import, a storm of alarms) become one question.
const GATHER_MS = 800;
const MARK_MS = 12_000;

/**
 * Follows the feed for a list of cases: asks anew for rows and counts, at most about once a second, and answers which
 * cases changed in the last moments, for their rows to show it.
 */
export function useLiveCases(): ReadonlySet<string> {
  const queries = useQueryClient();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const unmarking = useRef<Set<ReturnType<typeof setTimeout>>>(new Set());

  useEffect(
    () => () => {
      clearTimeout(waiting.current);
      for (const timer of unmarking.current) clearTimeout(timer);
    },
    [],
  );

  useLiveEvents((event) => {
    if (event.noun !== 'case') return;
    setMarked((before) => new Set([...before, event.nounId]));
    const unmark = setTimeout(() => {
      unmarking.current.delete(unmark);
      setMarked((before) => new Set([...before].filter((id) => id !== event.nounId)));
    }, MARK_MS);
    unmarking.current.add(unmark);
    void queries.invalidateQueries({ queryKey: useGetCase.key({ caseId: event.nounId }) });
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined;
      void queries.invalidateQueries({ queryKey: useListCases.key() });
      void queries.invalidateQueries({ queryKey: useCountCases.key() });
    }, GATHER_MS);
  });
  return marked;
}
