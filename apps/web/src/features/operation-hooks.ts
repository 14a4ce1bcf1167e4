import {
  type AnyOperation,
  type ApiError,
  type CallInput,
  type CallOutput,
  type CommandOperation,
  createRequestId,
  isWorthRetrying,
  type OfflineError,
  type QueryOperation,
} from '@linli/client';
import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { useClient } from './client-context.tsx';

/** What a call can fail with; anything else is a defect of ours. */
export type CallError = ApiError | OfflineError;

export interface QueryHookOptions {
  enabled?: boolean;
  staleTimeMs?: number;
  refetchIntervalMs?: number;
  /** Show the rows of the last input while those of the new one come. */
  keepPrevious?: boolean;
}

export interface QueryHook<O extends QueryOperation> {
  (input: CallInput<O>, options?: QueryHookOptions): UseQueryResult<CallOutput<O>, CallError>;
  /** The cache key of one input, or of the whole operation when left out. */
  key(input?: CallInput<O>): readonly unknown[];
}

/**
 * The hook of one query. Rule: each operation the web uses has one file `features/<module>/<operation-name>.ts`
 * holding nothing but this: `export const useGetCase = queryHook(getCase);`
 */
export function queryHook<O extends QueryOperation>(operation: O): QueryHook<O> {
  const keyOf = (input?: CallInput<O>) => [...operationKey(operation), ...(input === undefined ? [] : [input])];
  return Object.assign(
    (input: CallInput<O>, options: QueryHookOptions = {}) => useQueryOperation(operation, input, options),
    { key: keyOf },
  );
}

function useQueryOperation<O extends QueryOperation>(
  operation: O,
  input: CallInput<O>,
  options: QueryHookOptions,
): UseQueryResult<CallOutput<O>, CallError> {
  const client = useClient();
  return useQuery<CallOutput<O>, CallError>({
    queryKey: [...operationKey(operation), input],
    queryFn: ({ signal }) => client.call(operation, input, { signal }),
    enabled: options.enabled ?? true,
    ...(options.staleTimeMs === undefined ? {} : { staleTime: options.staleTimeMs }),
    ...(options.refetchIntervalMs === undefined ? {} : { refetchInterval: options.refetchIntervalMs }),
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

export interface CommandHookOptions {
  /** What is out of date after it succeeds: single queries, or every query of a module by its name. */
  invalidates: ReadonlyArray<QueryOperation | string>;
  /** One call waits for the other, where quick hands send many that touch the same rows. */
  inTurn?: true;
}

/**
 * The hook of one command: a TanStack mutation. When the answer never came (or came as 5xx), the same input sent again
 * keeps its `requestId`, so pressing the button twice on a bad line has one effect.
 */
export function commandHook<O extends CommandOperation>(operation: O, options: CommandHookOptions) {
  return () => useCommandOperation(operation, options);
}

function useCommandOperation<O extends CommandOperation>(
  operation: O,
  options: CommandHookOptions,
): UseMutationResult<CallOutput<O>, CallError, CallInput<O>> {
  const client = useClient();
  const queries = useQueryClient();
  const unanswered = useRef<{ json: string; requestId: string } | null>(null);
  return useMutation<CallOutput<O>, CallError, CallInput<O>>({
    mutationKey: operationKey(operation),
    ...(options.inTurn ? { scope: { id: operation.name } } : {}),
    mutationFn: async (input) => {
      const json = JSON.stringify(input);
      const requestId = unanswered.current?.json === json ? unanswered.current.requestId : createRequestId();
      unanswered.current = { json, requestId };
      try {
        const output = await client.call(operation, { requestId, ...input });
        unanswered.current = null;
        return output;
      } catch (error) {
        if (!isWorthRetrying(error)) unanswered.current = null;
        throw error;
      }
    },
    onSuccess: () => {
      // Not awaited: the button is free again as soon as the server has answered.
      for (const stale of options.invalidates) void queries.invalidateQueries({ queryKey: staleKey(stale) });
    },
  });
}

function operationKey(operation: AnyOperation): readonly string[] {
  return [operation.module, operation.name];
}

function staleKey(stale: QueryOperation | string): readonly string[] {
  return typeof stale === 'string' ? [stale] : operationKey(stale);
}
