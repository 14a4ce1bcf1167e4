import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../subject/subject.module.css';
import type { SubjectDetail } from '../subject/subject-detail.ts';
import { EndGuardianForm } from './end-guardian-form.tsx';
import { SetGuardianForm } from './set-guardian-form.tsx';
import { useGuardianWords } from './use-guardian-words.ts';
import { WaitingGuardians } from './waiting-guardians.tsx';

type Guardian = SubjectDetail['links'][number];

/** Who stands in for somebody now, by which paper; entered and ended here by whoever keeps the register. */
export function SubjectGuardians({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('registers');
  const words = useGuardianWords();
  const [open, setOpen] = useState<'set' | Guardian['other'] | null>(null);
  const guardians = guardiansOf(detail);
  const mayEdit = detail.can.includes('change');
  if (guardians.length === 0 && !mayEdit) return null;
  const close = () => setOpen(null);
  return (
    <section className={styles.section}>
      <header>
        <h2>{t('guardian.title')}</h2>
        {mayEdit ? (
          <Button size="small" onClick={() => setOpen('set')}>
            {t('guardian.add')}
          </Button>
        ) : null}
      </header>
      {guardians.length === 0 && detail.waitingGuardians.length === 0 ? (
        <p className={styles.soft}>{t('guardian.none')}</p>
      ) : null}
      <ul>
        {guardians.map(({ other, role, from, guardianship }) => (
          <li key={other.id}>
            <Link to="/registers/$subjectId" params={{ subjectId: other.id }}>
              {other.name}
            </Link>
            <span className={styles.soft}>
              {[
                words.relation(role),
                words.paper(guardianship?.paper ?? ''),
                guardianship?.proof ?? '',
                t('guardian.since', { day: from }),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            {mayEdit ? (
              <Button
                size="small"
                type="link"
                aria-label={t('guardian.endOf', { name: other.name })}
                onClick={() => setOpen(other)}
              >
                {t('guardian.end')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <WaitingGuardians detail={detail} />
      {open === 'set' ? <SetGuardianForm detail={detail} onClose={close} /> : null}
      {open === null || open === 'set' ? null : <EndGuardianForm detail={detail} guardian={open} onClose={close} />}
    </section>
  );
}

/** Guardians in force. */
function guardiansOf({ links }: Pick<SubjectDetail, 'links'>): readonly Guardian[] {
  return links.filter(({ kind, direction, until }) => kind === 'guardian' && direction === 'from' && until === null);
}
