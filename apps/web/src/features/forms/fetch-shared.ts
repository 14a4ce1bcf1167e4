import { fetchShared, listNeeds, type OutputOf } from '@linli/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../client-context.tsx';
import type { CallError } from '../operation-hooks.ts';

const pageRows = 500;
type SharedRows = Pick<OutputOf<typeof fetchShared>, 'fields' | 'rows'>;

/** All rows of an approved need, page by page; each page is logged. */
export function useFetchShared() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation<SharedRows, CallError, { needId: string }>({
    mutationKey: ['forms', 'fetch-shared'],
    mutationFn: async ({ needId }) => {
      const rows: SharedRows['rows'] = [];
      for (let after: string | undefined; ; ) {
        const input = { needId, limit: pageRows, ...(after === undefined ? {} : { after }) };
        const page = await client.call(fetchShared, input);
        rows.push(...page.rows);
        if (page.next === null) return { fields: page.fields, rows };
        after = page.next;
      }
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: [listNeeds.module, listNeeds.name] }),
  });
}
