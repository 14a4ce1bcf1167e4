import { Link } from '@tanstack/react-router';
import { Camera } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../../ui/button.tsx';
import { useHasDraft } from '../report/use-has-draft.ts';
import styles from './home.module.css';

/** 我要反映; says so where something half written waits. */
export function ReportButton() {
  const { t } = useTranslation('resident');
  const hasDraft = useHasDraft();
  return (
    <Link to="/report" className={`${buttonClass({ kind: 'brand', size: 'large', wide: true })} ${styles.report}`}>
      <Camera aria-hidden="true" />
      <span>
        <strong>{t('home.report')}</strong>
        <small>{hasDraft ? t('home.draft') : t('home.reportHint')}</small>
      </span>
    </Link>
  );
}
