import type { CaseDetail, StageView } from '@linli/contract';
import { Tag } from 'antd';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { caseDocumentUrl } from '../../../features/cases/stage-form.ts';
import { dueWords, instantWords, timeWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { useLocalText } from '../words/use-local-text.ts';
import { FormAnswers } from './form-answers.tsx';
import { StageNow } from './stage-now.tsx';
import { StagePhotos } from './stage-photos.tsx';
import { stageDue } from './stage-rows.ts';
import styles from './stages.module.css';

type StageItemProps = { readonly detail: CaseDetail; readonly stage: StageView };

/** One stage: when, by whom, with which outcome, what was written, who came; at the current one, what can be done. */
export function StageItem({ detail, stage }: StageItemProps) {
  const { t } = useTranslation('stages');
  const local = useLocalText();
  const asked = detail.type.stages.find(({ key }) => key === stage.key);
  return (
    <li className={styles.stage} data-state={stage.state} aria-current={stage.state === 'current' ? 'step' : undefined}>
      <p className={styles.name}>
        <strong>{local(stage.name)}</strong>
        <span className={styles.soft}>{t(`state.${stage.state}`)}</span>
        {stage.outcome === null ? null : <Tag>{local(stage.outcome.label)}</Tag>}
        {stage.times > 1 ? <span className={styles.soft}>{t('times', { times: stage.times })}</span> : null}
      </p>
      <StageTimes stage={stage} />
      {stage.words === '' ? null : <p className={styles.words}>{stage.words}</p>}
      <FormAnswers fields={asked?.form ?? []} values={stage.form} />
      <Attendance stage={stage} />
      <StagePhotos photos={stage.photos} />
      {stage.state === 'ahead' ? null : <StagePaper detail={detail} paper={asked?.document} />}
      {stage.state === 'current' && detail.current !== null ? (
        <StageNow detail={detail} stage={detail.current} />
      ) : null}
    </li>
  );
}

function StageTimes({ stage }: { readonly stage: StageView }) {
  const { t } = useTranslation('stages');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const due = stageDue(stage, now);
  const words = [
    stage.leftAt !== null && stage.state === 'done' ? timeWords(stage.leftAt, now, ui) : '',
    stage.state === 'current' && stage.enteredAt !== null
      ? t('since', { when: instantWords(stage.enteredAt, now, ui) })
      : '',
    stage.by,
  ].filter((each) => each !== '');
  if (words.length === 0 && due === null) return null;
  return (
    <p className={styles.soft}>
      {words.join(' · ')}
      {due === null ? null : (
        <span className={due.standing === 'late' || due.standing === 'met-late' ? styles.late : undefined}>
          {words.length === 0 ? '' : ' · '}
          {t(`due.${due.standing}`, { when: dueWords(due.at, now, ui) })}
        </span>
      )}
    </p>
  );
}

function Attendance({ stage }: { readonly stage: StageView }) {
  const { t } = useTranslation(['stages', 'common']);
  if (stage.attendance.length === 0) return null;
  return (
    <p>
      {t('stages:attendance.came')}
      {stage.attendance
        .map(({ unitName, status }) =>
          t('stages:attendance.one', { unit: unitName, status: t(`stages:attendance.${status}`) }),
        )
        .join(t('common:listJoin'))}
    </p>
  );
}

function StagePaper({ detail, paper }: { readonly detail: CaseDetail; readonly paper: string | undefined }) {
  const { t } = useTranslation('stages');
  const local = useLocalText();
  const template = detail.type.documents.find(({ key }) => key === paper);
  if (template === undefined) return null;
  return (
    <p>
      <a className={styles.paper} href={caseDocumentUrl(detail.id, template.key)} target="_blank" rel="noreferrer">
        <FileText size={14} aria-hidden="true" /> {t('paper', { name: local(template.name) })}
      </a>
    </p>
  );
}
