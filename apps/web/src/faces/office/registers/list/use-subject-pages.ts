import { listSubjects, type OutputOf } from '@linli/contract';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../../../features/client-context.tsx';
import type { CallError } from '../../../../features/operation-hooks.ts';
import { useListSubjects } from '../../../../features/registers/list-subjects.ts';
import type { subjectFilterOf } from './registers-search.ts';

const PAGE = 100;
type Page = OutputOf<typeof listSubjects>;
export type SubjectRow = Page['subjects'][number];

/** The rows of a register, a hundred at a time by key: what comes in meanwhile shifts nothing. */
export function useSubjectPages(filter: ReturnType<typeof subjectFilterOf>, fields: readonly string[]) {
  const client = useClient();
  const query = useInfiniteQuery<Page, CallError, readonly SubjectRow[], readonly unknown[], string | null>({
    queryKey: [...useListSubjects.key(), 'pages', filter, fields],
    queryFn: ({ pageParam, signal }) =>
      client.call(
        listSubjects,
        { ...filter, fields: [...fields], limit: PAGE, ...(pageParam === null ? {} : { after: pageParam }) },
        { signal },
      ),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    select: (data) => data.pages.flatMap((page) => page.subjects),
    placeholderData: keepPreviousData,
  });
  return {
    rows: query.data ?? [],
    error: query.error,
    isPending: query.isPending,
    isOld: query.isPlaceholderData,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
    retry: () => void query.refetch(),
  };
}
