import { ApiError } from '@linli/client';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../../features/operation-hooks.ts';
import styles from './parts.module.css';

/** Why a press did not work, in words, with the number to read out where it is our fault. Nothing without an error. */
export function CallProblem({ error }: { readonly error: CallError | null }) {
  const { t } = useTranslation(['resident', 'ui']);
  if (error === null) return null;
  const isOurs = error instanceof ApiError && error.status >= 500;
  return (
    <div role="alert" className={styles.problem}>
      <p>{error instanceof ApiError ? error.message : t('resident:problem.offline')}</p>
      {isOurs ? <p>{t('ui:state.requestId', { id: error.id })}</p> : null}
    </div>
  );
}
