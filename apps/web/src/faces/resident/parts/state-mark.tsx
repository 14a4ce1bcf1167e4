import type { CaseSummary } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import styles from './state-mark.module.css';

const TONES: Record<CaseSummary['state'], 'wait' | 'work' | 'good' | 'still'> = {
  reported: 'wait',
  accepted: 'wait',
  dispatched: 'wait',
  'in-hand': 'work',
  suspended: 'still',
  handled: 'work',
  closed: 'good',
  declined: 'still',
  merged: 'still',
  void: 'still',
};

/** Where a case stands, in words on a quiet ground. */
export function StateMark({ state }: { readonly state: CaseSummary['state'] }) {
  const { t } = useTranslation('cases');
  return (
    <span className={styles.mark} data-tone={TONES[state]}>
      {t(`state.${state}`)}
    </span>
  );
}
