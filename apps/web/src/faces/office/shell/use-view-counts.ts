import { useCountCases } from '../../../features/cases/count-cases.ts';
import { useNow } from '../../../ui/use-now.ts';
import { type BuiltInView, builtInViews, viewFilter } from '../inbox/built-in-views.ts';
import { openNouns } from './nouns.ts';
import { useSession } from './use-session.ts';

/** How many cases each built-in view holds, in words (“10000+” where there are more); empty until known. */
export function useViewCounts(): ReadonlyMap<BuiltInView, string> {
  const now = useNow(60_000);
  const { permissions } = useSession();
  const { data } = useCountCases(
    { filters: builtInViews.map((view) => viewFilter(view, now)) },
    { keepPrevious: true, refetchIntervalMs: 120_000, enabled: openNouns(permissions).includes('inbox') },
  );
  return new Map(
    builtInViews.flatMap((view, index) => {
      const counted = data?.counts[index];
      return counted === undefined ? [] : [[view, countWords(counted)] as const];
    }),
  );
}

/** “12”, or “10000+” where the server stopped counting. */
export function countWords({ count, atLeast }: { count: number; atLeast: boolean }): string {
  return atLeast ? `${count}+` : String(count);
}
