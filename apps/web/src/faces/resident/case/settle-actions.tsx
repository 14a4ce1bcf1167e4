import type { CaseDetail } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { useCheckCase } from '../../../features/cases/check-case.ts';
import { Button } from '../../../ui/button.tsx';
import { CallProblem } from '../parts/call-problem.tsx';
import styles from './case.module.css';

/** Where the type lets the reporter check: was it done, or is the answer enough? */
export function SettleActions({ detail, onFail }: { readonly detail: CaseDetail; readonly onFail: () => void }) {
  const { t } = useTranslation('resident');
  const check = useCheckCase();
  if (!detail.can.includes('check-pass')) return null;
  // In part, explained or not possible: nobody is asked to call that done.
  const isSolved = detail.result === null || detail.result === 'solved';
  return (
    <div className={styles.ask}>
      <p>{t(isSolved ? 'settle.ask' : 'settle.askAnswer')}</p>
      <div className={styles.actions}>
        <Button kind="primary" busy={check.isPending} onClick={() => check.mutate({ caseId: detail.id, pass: true })}>
          {t(isSolved ? 'settle.yes' : 'settle.yesAnswer')}
        </Button>
        <Button onClick={onFail}>{t(isSolved ? 'settle.no' : 'settle.noAnswer')}</Button>
      </div>
      <CallProblem error={check.error} />
    </div>
  );
}
