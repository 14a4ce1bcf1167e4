import { Link } from '@tanstack/react-router';
import { ArrowLeft, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../../ui/button.tsx';
import parts from '../parts/parts.module.css';
import styles from './report.module.css';

export type ReportStep = 'photo' | 'place' | 'words';

const STEPS: readonly ReportStep[] = ['photo', 'place', 'words'];

/** Which step of how many, the way back, and the way out: what is written stays on the phone. */
export function ReportHead({ step, elder }: { readonly step: ReportStep; readonly elder: boolean }) {
  const { t } = useTranslation(['resident', 'common']);
  const steps = elder ? STEPS.slice(1) : STEPS;
  const at = steps.indexOf(step);
  const before = steps[at - 1];
  return (
    <header className={before === undefined ? parts.title : parts.head}>
      {before === undefined ? null : (
        <Link
          to="/report"
          search={before === 'photo' ? {} : { step: before }}
          className={buttonClass({ kind: 'quiet' })}
          aria-label={t('common:action.previous')}
        >
          <ArrowLeft aria-hidden="true" />
        </Link>
      )}
      <h1>
        <span className={styles.oneLine}>{t(`resident:report.step.${step}`)}</span>{' '}
        <small className={`${parts.note} ${styles.oneLine}`}>
          {t('resident:report.progress', { at: at + 1, of: steps.length })}
        </small>
      </h1>
      <Link to="/" className={buttonClass({ kind: 'quiet' })} aria-label={t('resident:report.leave')}>
        <X aria-hidden="true" />
      </Link>
    </header>
  );
}
