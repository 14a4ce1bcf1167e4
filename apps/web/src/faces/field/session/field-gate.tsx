import type { SessionView } from '@linli/contract';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useGetSession } from '../../../features/access/get-session.ts';
import { useSignOut } from '../../../features/access/sign-out.ts';
import { type Kept, useKept } from '../../../features/device/use-kept.ts';
import { OutboxProvider } from '../../../features/outbox/outbox-context.tsx';
import { Offline, Refused, Skeleton } from '../../../ui/state-views.tsx';
import styles from '../field-shell.module.css';
import { type FieldSession, FieldSessionProvider } from './field-session.tsx';
import { SignInPage } from './sign-in-page.tsx';

/**
 * Lets those in who have field work. Without a network whoever was here last goes on with what the phone keeps; signing
 * in needs the network. The page asked for stays in the address, so one lands there after signing in.
 */
export function FieldGate({ children }: { readonly children: ReactNode }): ReactNode {
  const kept = useKept('', 'session', useGetSession({}, { staleTimeMs: 60_000, refetchIntervalMs: 300_000 }));
  const value = useMemo(() => workerOf(kept.data, kept.asOf), [kept.data, kept.asOf]);
  if (value === null) {
    return (
      <main id="content" tabIndex={-1} className={styles.main}>
        <Outside kept={kept} />
      </main>
    );
  }
  return (
    <FieldSessionProvider value={value}>
      <OutboxProvider key={value.account} account={value.account}>
        {children}
      </OutboxProvider>
    </FieldSessionProvider>
  );
}

function Outside({ kept }: { readonly kept: Kept<SessionView> }) {
  if (kept.isLoading) return <Skeleton />;
  if (kept.data === undefined) return <Offline onRetry={kept.refetch} />;
  if (kept.data.kind === 'anonymous') return <SignInPage siteName={kept.data.siteName} isDemo={kept.data.demo} />;
  return <NoFieldWork />;
}

function workerOf(data: SessionView | undefined, asOf: string | undefined): FieldSession | null {
  if (data?.kind !== 'staff' || data.accountId === null || !data.permissions.includes('cases:handle')) return null;
  const clockOffsetMs = asOf === undefined ? 0 : Date.parse(data.now) - Date.parse(asOf);
  return { session: data, account: data.accountId, clockOffsetMs };
}

function NoFieldWork() {
  const { t } = useTranslation('field');
  const signOut = useSignOut();
  const action = { label: t('signIn.other'), onPress: () => signOut.mutate({}) };
  return (
    <Refused
      body={
        <>
          <p>{t('signIn.notField')}</p>
          <p>{t('signIn.notFieldBody')}</p>
        </>
      }
      action={action}
    />
  );
}
