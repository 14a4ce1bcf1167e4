import { ApiError } from '@linli/client';
import type { SessionView } from '@linli/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGetSession } from '../../../features/access/get-session.ts';
import { TileUrlContext } from '../../../ui/map/tile-url.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { SignInForm } from '../sign-in/sign-in-form.tsx';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { SessionContext } from './use-session.ts';

/**
 * Lets the staff in. Nobody signed in: the sign-in page stands where the page would be and the address stays.
 * A session that ends while one works: sign-in comes as a dialog on top, so what was typed is still there.
 */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('office');
  const { data, error, isPending, refetch } = useGetSession({}, { refetchIntervalMs: 300_000 });
  const [worked, setWorked] = useState<SessionView | null>(null);
  const isExpired = useExpired();
  const isStaff = data?.kind === 'staff';
  useEffect(() => {
    if (data?.kind === 'staff') setWorked(data);
  }, [data]);

  if (data === undefined && isPending) return <Skeleton rows={8} />;
  if (data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  const session = isStaff ? data : worked;
  if (session === null) return <SignInPage session={data} />;
  return (
    <SessionContext value={session}>
      <TileUrlContext value={session.tileUrl ?? undefined}>{children}</TileUrlContext>
      <Modal open={!isStaff || isExpired} title={t('signIn.again')} footer={null} closable={false} keyboard={false}>
        <SignInForm />
      </Modal>
    </SessionContext>
  );
}

/** True after any answer said "sign in", until the session is asked for again. */
function useExpired(): boolean {
  const queries = useQueryClient();
  const [isExpired, setExpired] = useState(false);
  useEffect(() => {
    const hear = (error: unknown): void => {
      if (error instanceof ApiError && error.code === 'sign-in-needed') {
        setExpired(true);
        void queries.invalidateQueries({ queryKey: useGetSession.key() });
      }
    };
    const stopQueries = queries.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated') return;
      if (event.action.type === 'error') hear(event.action.error);
      const isSession = event.query.queryKey.join() === [...useGetSession.key({})].join();
      if (isSession && event.action.type === 'success') setExpired(false);
    });
    const stopCommands = queries.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') hear(event.action.error);
    });
    return () => {
      stopQueries();
      stopCommands();
    };
  }, [queries]);
  return isExpired;
}
