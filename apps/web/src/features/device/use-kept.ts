import type { UseQueryResult } from '@tanstack/react-query';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import type { CallError } from '../operation-hooks.ts';
import { useDevice } from './device-context.tsx';

export interface Kept<T> {
  /** The answer just fetched, else the one kept on the phone. */
  readonly data: T | undefined;
  /** When it was true; ISO. */
  readonly asOf: string | undefined;
  /** Nothing to show yet, but it may still come: from the phone or the server. */
  readonly isLoading: boolean;
  /** What stands here may be old: the last attempt to fetch it failed. */
  readonly isStale: boolean;
  readonly error: CallError | null;
  readonly refetch: () => void;
}

/**
 * Keeps a query's last answer on the phone, under an account and a name, and shows it where the server cannot be
 * reached. `account` is '' for what belongs to nobody.
 */
export function useKept<T>(account: string, name: string, query: UseQueryResult<T, CallError>): Kept<T> {
  const database = useDevice();
  const { data, dataUpdatedAt } = query;
  const row = useLiveQuery(
    async () => (await database.kept.get([account, name])) ?? null,
    [database, account, name],
    undefined,
  );

  useEffect(() => {
    if (data === undefined) return;
    const at = new Date(dataUpdatedAt).toISOString();
    // Storage may be full or closed (private windows): then it works only while the page is open.
    database.kept.put({ account, name, at, value: data }).catch(() => undefined);
  }, [database, account, name, data, dataUpdatedAt]);

  // Under this name nothing but answers of this query is put.
  const kept = row === undefined || row === null ? undefined : { value: row.value as T, at: row.at };
  return {
    data: data ?? kept?.value,
    asOf: data === undefined ? kept?.at : new Date(dataUpdatedAt).toISOString(),
    isLoading: data === undefined && kept === undefined && (row === undefined || query.isFetching),
    isStale: query.isError,
    error: query.error,
    refetch: () => void query.refetch(),
  };
}
