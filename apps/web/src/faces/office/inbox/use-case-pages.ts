import { type CaseFilter, type CaseSummary, listCases } from '@linli/contract';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useListCases } from '../../../features/cases/list-cases.ts';
import { useClient } from '../../../features/client-context.tsx';
import type { CallError } from '../../../features/operation-hooks.ts';
import type { CaseOrder } from './built-in-views.ts';

const PAGE = 100;

export type CasePages = {
  readonly rows: readonly CaseSummary[];
  readonly error: CallError | null;
  readonly isPending: boolean;
  readonly isFetching: boolean;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
};

/** The rows of a filter, a hundred at a time by key: what comes in meanwhile shifts nothing. */
export function useCasePages(filter: CaseFilter, order: CaseOrder): CasePages {
  const client = useClient();
  const query = useInfiniteQuery<
    Awaited<ReturnType<typeof fetchPage>>,
    CallError,
    readonly CaseSummary[],
    readonly unknown[],
    string | null
  >({
    queryKey: [...useListCases.key(), 'pages', filter, order],
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    select: (data) => data.pages.flatMap((page) => page.cases),
    placeholderData: keepPreviousData,
  });

  function fetchPage(after: string | null, signal: AbortSignal) {
    return client.call(listCases, { ...filter, order, limit: PAGE, ...(after === null ? {} : { after }) }, { signal });
  }

  return {
    rows: query.data ?? [],
    error: query.error,
    isPending: query.isPending,
    isFetching: query.isFetching,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
    retry: () => void query.refetch(),
  };
}
