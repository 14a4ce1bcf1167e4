import type { CaseDetail } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { useCheckCase } from '../../../features/cases/check-case.ts';
import { Button } from '../../../ui/button.tsx';
import { CallProblem } from '../parts/call-problem.tsx';
import styles from './case.module.css';

/** Where the type lets the reporter check: was it done? */
export function SettleActions({ detail, onFail }: { readonly detail: CaseDetail; readonly onFail: () => void }) {
  const { t } = useTranslation('resident');
  const check = useCheckCase();
  if (!detail.can.includes('check-pass')) return null;
  return (
    <div className={styles.ask}>
      <p>{t('settle.ask')}</p>
      <div className={styles.actions}>
        <Button kind="primary" busy={check.isPending} onClick={() => check.mutate({ caseId: detail.id, pass: true })}>
          {t('settle.yes')}
        </Button>
        <Button onClick={onFail}>{t('settle.no')}</Button>
      </div>
      <CallProblem error={check.error} />
    </div>
  );
}
