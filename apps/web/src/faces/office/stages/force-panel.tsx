import type { CaseDetail, PartView } from '@linli/contract';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerName } from '../../../features/cases/part-answers.ts';
import { dueWords, instantWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import panel from '../case/case-panel.module.css';
import { useLocalText } from '../words/use-local-text.ts';
import { FinishPartAction } from './finish-part-action.tsx';
import { StagePhotos } from './stage-photos.tsx';
import styles from './stages.module.css';

/** The task force: each unit with what is asked of it, until when, and its answer. */
export function ForcePanel({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('stages');
  // The case as it was when the dialog opened.
  const [answering, setAnswering] = useState<CaseDetail | null>(null);
  if (detail.parts.length === 0) return null;
  const owes = detail.parts.some(({ owed }) => owed) && detail.can.includes('finish-part');
  return (
    <section className={panel.section} aria-label={t('force.title')}>
      <div className={styles.head}>
        <h3>{t('force.title')}</h3>
        {owes ? (
          <Button type="primary" size="small" onClick={() => setAnswering(detail)}>
            {t('force.answerOurs')}
          </Button>
        ) : null}
      </div>
      <table className={styles.rows}>
        <thead>
          <tr>
            <th scope="col">{t('force.unit')}</th>
            <th scope="col">{t('force.asked')}</th>
            <th scope="col">{t('force.until')}</th>
            <th scope="col">{t('force.answer')}</th>
          </tr>
        </thead>
        <tbody>
          {detail.parts.map((part) => (
            <PartRow key={part.unitId} part={part} detail={detail} />
          ))}
        </tbody>
      </table>
      {answering === null ? null : <FinishPartAction detail={answering} onClose={() => setAnswering(null)} />}
    </section>
  );
}

function PartRow({ part, detail }: { readonly part: PartView; readonly detail: CaseDetail }) {
  const { t } = useTranslation(['stages', 'common']);
  const { t: ui } = useTranslation('ui');
  const local = useLocalText();
  const now = useNow();
  const named = part.answer === null ? null : answerName(detail, part.answer);
  return (
    <tr>
      <td>
        {part.unitName} {part.lead ? <Tag>{t('stages:force.lead')}</Tag> : null}
      </td>
      <td className={styles.words}>{part.asked === '' ? t('common:nothing') : part.asked}</td>
      <td className={part.overdue ? styles.late : undefined}>
        {part.dueAt === null ? t('common:nothing') : dueWords(part.dueAt, now, ui)}
        {part.overdue ? <span> {t('stages:force.late')}</span> : null}
      </td>
      <td>
        {part.answer === null ? (
          <span className={styles.soft}>{part.lead ? t('common:nothing') : t('stages:force.waiting')}</span>
        ) : (
          <>
            <Tag color={part.answer === 'refuse' ? 'error' : 'success'}>
              {named === null ? t(`stages:answer.${part.answer}`) : local(named)}
            </Tag>
            {part.finishedAt === null ? null : (
              <span className={styles.soft}>{instantWords(part.finishedAt, now, ui)}</span>
            )}
            {part.words === '' ? null : <p className={styles.words}>{part.words}</p>}
            <StagePhotos photos={part.photos} />
          </>
        )}
      </td>
    </tr>
  );
}
