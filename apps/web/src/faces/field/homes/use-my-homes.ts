import { listSubjects } from '@linli/contract';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../../features/client-context.tsx';
import { useKept } from '../../../features/device/use-kept.ts';
import type { CallError } from '../../../features/operation-hooks.ts';
import { useListSubjects } from '../../../features/registers/list-subjects.ts';
import { useFieldSession } from '../session/field-session.tsx';

export type ListedHome = { readonly id: string; readonly name: string };
/** A micro-grid has some hundreds of homes; a wider area is looked through by its words. */
const MOST_PAGES = 5;

/** Homes of all my own areas, by name only, kept on the phone. */
export function useMyHomes() {
  const client = useClient();
  const { account } = useFieldSession();
  const query = useQuery<readonly ListedHome[], CallError>({
    queryKey: [...useListSubjects.key(), 'my-homes'],
    staleTime: 600_000,
    queryFn: async ({ signal }) => {
      const homes: ListedHome[] = [];
      let after: string | null = null;
      for (let page = 0; page < MOST_PAGES; page++) {
        const answer: { subjects: { id: string; name: string }[]; next: string | null } = await client.call(
          listSubjects,
          {
            noun: 'home',
            limit: 200,
            ...(after === null ? {} : { after }),
          },
          { signal },
        );
        homes.push(...answer.subjects.map(({ id, name }) => ({ id, name })));
        after = answer.next;
        if (after === null) break;
      }
      return homes;
    },
  });
  return useKept(account, 'homes', query);
}
