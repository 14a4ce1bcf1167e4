import { ApiError } from '@linli/client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../../features/operation-hooks.ts';
import { ErrorState, Offline, Refused, Skeleton, StateView } from '../../../ui/state-views.tsx';

export type QueryViewProps<T> = {
  readonly query: UseQueryResult<T, CallError>;
  /** Lines of the grey shape while waiting. */
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
};

/** A query as a page shows it: what came stays in view, else waiting, no network, refused or broken. */
export function QueryView<T>({ query, rows = 3, children }: QueryViewProps<T>) {
  const retry = () => void query.refetch();
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <Skeleton rows={rows} />;
  if (!(query.error instanceof ApiError)) return <Offline onRetry={retry} />;
  if (query.error.code === 'not-found') return <Missing />;
  if (query.error.status < 500 && query.error.status !== 429) return <Refused body={query.error.message} />;
  return <ErrorState requestId={query.error.id} onRetry={retry} />;
}

function Missing() {
  const { t } = useTranslation('resident');
  return <StateView title={t('problem.missingTitle')} body={t('problem.missingBody')} />;
}
