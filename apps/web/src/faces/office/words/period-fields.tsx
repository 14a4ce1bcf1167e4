import { useTranslation } from 'react-i18next';
import { DayInput } from './day-input.tsx';
import styles from './period-fields.module.css';

export type Period = { readonly from: string; readonly until: string };
export type PeriodFieldsProps = { readonly value: Period; readonly onChange: (period: Period) => void };

/** Whether both days are there and in order. */
export function isPeriod({ from, until }: Period): boolean {
  return from !== '' && until !== '' && from <= until;
}

/** The first and the last day of what is counted. */
export function PeriodFields({ value, onChange }: PeriodFieldsProps) {
  const { t } = useTranslation('office');
  return (
    <div className={styles.period}>
      <DayInput
        label={t('measures.from')}
        value={value.from}
        max={value.until}
        clearable={false}
        onChange={(from) => onChange({ ...value, from })}
      />
      <span>{t('measures.to')}</span>
      <DayInput
        label={t('measures.until')}
        value={value.until}
        min={value.from}
        clearable={false}
        onChange={(until) => onChange({ ...value, until })}
      />
    </div>
  );
}
