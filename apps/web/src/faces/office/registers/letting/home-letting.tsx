import { lettingFaults } from '@linli/domain';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListLettingChecks } from '../../../../features/registers/list-letting-checks.ts';
import { useReadText } from '../../../../features/use-read-text.ts';
import styles from '../subject/subject.module.css';
import type { SubjectDetail } from '../subject/subject-detail.ts';
import { LettingForm } from './letting-form.tsx';

/** A let home's checks against the letting standards, newest first; entered here. */
export function HomeLetting({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('registers');
  const read = useReadText();
  const [open, setOpen] = useState(false);
  const { subject } = detail;
  const isLet = detail.groups.some(({ fields }) => fields.some(({ code, value }) => code === 'use' && value === 'let'));
  const { data } = useListLettingChecks({ homeId: subject.id });
  const checks = data?.checks ?? [];
  if (!isLet && checks.length === 0) return null;
  return (
    <section className={styles.section}>
      <header>
        <h2>{t('letting.title')}</h2>
        {isLet && detail.can.includes('change') ? (
          <Button size="small" onClick={() => setOpen(true)}>
            {t('letting.record')}
          </Button>
        ) : null}
      </header>
      {checks.length === 0 ? <p className={styles.soft}>{t('letting.never')}</p> : null}
      <ul>
        {checks.map((check) => (
          <li key={check.id}>
            <strong>{check.failed.length === 0 ? t('letting.passes') : t('letting.fails')}</strong>
            {check.failed.length === 0 ? null : (
              <span>{check.failed.map((code) => read(lettingFaults[code])).join('、')}</span>
            )}
            <span className={styles.soft}>
              {[check.on, check.by, check.mendBy === null ? '' : t('letting.until', { day: check.mendBy })]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {open ? <LettingForm home={subject} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}
