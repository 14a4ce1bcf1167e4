import { OfflineError } from '@linli/client';
import { useTranslation } from 'react-i18next';
import { CallProblem } from '../parts/call-problem.tsx';
import styles from './report.module.css';
import type { Sending } from './send-report.ts';

/** How far the sending is; where it failed, why, and that nothing is lost. */
export function SendingNote({ sending }: { readonly sending: Sending }) {
  const { t } = useTranslation('resident');
  if (sending.state === 'photos') {
    return (
      <p role="status" className={styles.sending}>
        {t('report.sendingPhotos', { done: sending.done + 1, total: sending.total })}
      </p>
    );
  }
  if (sending.state === 'report') {
    return (
      <p role="status" className={styles.sending}>
        {t('report.sending')}
      </p>
    );
  }
  if (sending.state !== 'failed') return null;
  if (sending.error instanceof OfflineError) {
    return (
      <p role="alert" className={styles.sending}>
        {t('report.offline')}
      </p>
    );
  }
  return (
    <>
      <CallProblem error={sending.error} />
      {'fields' in sending.error ? (
        <ul>
          {sending.error.fields.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
