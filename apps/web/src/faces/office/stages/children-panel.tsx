import type { CaseDetail } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayWords, dueWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import panel from '../case/case-panel.module.css';
import { StateTag } from '../case/state-tag.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import { agreedDay } from './stage-rows.ts';
import styles from './stages.module.css';

/** The day it was given when it was opened: its next term is another, such as until when it is taken. */
function Agreed({ day }: { readonly day: string | undefined }) {
  const { t } = useTranslation('stages');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  if (day === undefined) return null;
  return <p className={styles.soft}>{t('children.agreed', { day: dayWords(`${day}T12:00:00+08:00`, now, ui) })}</p>;
}

/** The case it comes from, and the duties and findings made of it. */
export function ChildrenPanel({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation(['stages', 'office', 'common']);
  const { t: ui } = useTranslation('ui');
  const local = useLocalText();
  const now = useNow();
  if (detail.parent === null && detail.children.length === 0) return null;
  return (
    <section className={panel.section} aria-label={t('stages:children.title')}>
      <h3>{t('stages:children.title')}</h3>
      {detail.parent === null ? null : (
        <p>
          {t('stages:children.parent')}
          <Link to="/cases/$caseId" params={{ caseId: detail.parent.id }}>
            {detail.parent.number} {detail.parent.title}
          </Link>
        </p>
      )}
      {detail.children.length === 0 ? null : (
        <table className={styles.rows}>
          <thead>
            <tr>
              <th scope="col">{t('stages:children.what')}</th>
              <th scope="col">{t('office:column.state')}</th>
              <th scope="col">{t('office:column.holder')}</th>
              <th scope="col">{t('stages:force.until')}</th>
            </tr>
          </thead>
          <tbody>
            {detail.children.map((child) => (
              <tr key={child.id}>
                <td>
                  <Link to="/cases/$caseId" params={{ caseId: child.id }}>
                    {child.title}
                  </Link>
                  <p className={styles.soft}>
                    {local(child.typeName)} · {child.number}
                  </p>
                </td>
                <td>
                  <StateTag state={child.state} />
                </td>
                <td>{child.holder ?? t('office:nobody')}</td>
                <td className={child.overdue ? styles.late : undefined}>
                  {child.dueAt === null ? t('common:nothing') : dueWords(child.dueAt, now, ui)}
                  <Agreed day={agreedDay(detail.story, child.id)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
