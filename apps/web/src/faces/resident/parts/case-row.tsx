import { fileUrl } from '@linli/client';
import type { CaseSummary } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { promisedStep } from '../../../features/cases/promised-step.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { dueWords, timeWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { areaWords } from './area-words.ts';
import styles from './case-row.module.css';
import { distanceWords } from './distance-words.ts';
import { StateMark } from './state-mark.tsx';

export type CaseRowProps = {
  readonly item: CaseSummary & { readonly metres?: number | null; readonly unseen?: boolean };
};

/** One case in a list: what, how far it is, where, until when. The whole row opens it. */
export function CaseRow({ item }: CaseRowProps) {
  const { t } = useTranslation(['resident', 'cases', 'ui']);
  const { t: caseText } = useTranslation('cases');
  const { t: uiText } = useTranslation('ui');
  const now = useNow();
  const read = useReadText();
  const isOpen = !['closed', 'declined', 'merged', 'void'].includes(item.state);
  const where = item.place.address === '' ? areaWords(item.place.areas) : item.place.address;
  const step = promisedStep(item);
  const byWords = (when: string) =>
    step === null ? t('ui:due.by', { when }) : t('ui:due.stage', { when, stage: read(step) });
  const isLate = item.promisedAt !== null && new Date(item.promisedAt) < now;
  const promiseWords = (by: string) => (isLate ? t('resident:row.late', { by }) : by);
  const far = item.metres === undefined || item.metres === null ? null : distanceWords(item.metres, caseText);
  return (
    <Link to="/cases/$caseId" params={{ caseId: item.id }} className={styles.row}>
      <span className={styles.words}>
        {item.unseen === true ? <span className={styles.news}>{t('resident:row.news')}</span> : null}
        <strong className={styles.title}>{item.title}</strong>
        <span className={styles.meta}>
          <StateMark state={item.state} />
          {item.reporterCount > 1 ? <span>{t('cases:mark.reporters', { count: item.reporterCount })}</span> : null}
        </span>
        <span className={styles.soft}>{far === null ? where : t('resident:row.where', { where, far })}</span>
        <span className={styles.soft}>
          {isOpen && item.promisedAt !== null
            ? promiseWords(byWords(dueWords(item.promisedAt, now, uiText)))
            : timeWords(item.changedAt, now, uiText)}
        </span>
      </span>
      {item.photo === null ? null : (
        <img className={styles.photo} src={fileUrl(item.photo, 'thumb')} alt="" loading="lazy" />
      )}
    </Link>
  );
}
