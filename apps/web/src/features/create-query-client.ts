import { isWorthRetrying } from '@linli/client';
import { QueryClient } from '@tanstack/react-query';

/**
 * The query cache of one page. Asks again twice where that can help, never after a refusal. Requests are made also
 * when the browser believes to be offline (it is often wrong), so pages see the error and can say so.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
