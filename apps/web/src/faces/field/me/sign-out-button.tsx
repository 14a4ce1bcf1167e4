import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../../../features/access/sign-out.ts';
import { useDevice } from '../../../features/device/device-context.tsx';
import { forgetAccount } from '../../../features/device/forget-account.ts';
import { useOutbox } from '../../../features/outbox/outbox-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { useOnline } from '../../../ui/use-online.ts';
import { useFieldSession } from '../session/field-session.tsx';
import { callErrorWords } from '../words/call-error-words.ts';
import styles from './me-page.module.css';

/** Ends the session and forgets what the phone kept of this account; what waits in the outbox stays for the next time. */
export function SignOutButton() {
  const { t } = useTranslation('field');
  const { account } = useFieldSession();
  const { items } = useOutbox();
  const database = useDevice();
  const queries = useQueryClient();
  const signOut = useSignOut();
  const isOnline = useOnline();
  const navigate = useNavigate();
  const waiting = items.filter((item) => item.state !== 'done').length;

  async function leave(): Promise<void> {
    await forgetAccount(database, account);
    await navigate({ to: '/' });
    // First who is here, so that the pages of this account go; then what they had.
    await queries.resetQueries({ queryKey: ['access'] });
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'access' });
  }

  return (
    <section>
      <Button
        kind="danger"
        wide
        icon={<LogOut aria-hidden="true" size={20} />}
        disabled={!isOnline}
        busy={signOut.isPending}
        onClick={() => signOut.mutate({}, { onSuccess: () => void leave() })}
      >
        {t('me.signOut')}
      </Button>
      {waiting > 0 ? <p className={styles.meta}>{t('me.signOutWaiting', { count: waiting })}</p> : null}
      {isOnline ? null : <p className={styles.meta}>{t('me.signOutOffline')}</p>}
      {signOut.error === null ? null : <p role="alert">{callErrorWords(signOut.error, t('me.signOutOffline'))}</p>}
    </section>
  );
}
