import type { CaseDetail } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { instantWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import panel from '../case/case-panel.module.css';
import { useLocalText } from '../words/use-local-text.ts';
import { StageItem } from './stage-item.tsx';
import { stageRows } from './stage-rows.ts';
import styles from './stages.module.css';

/** The procedure, stage by stage, with what can be done at the one it stands at; nothing where the type has none. */
export function ProcedurePanel({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation(['stages', 'common']);
  const { t: ui } = useTranslation('ui');
  const local = useLocalText();
  const now = useNow();
  const { shown, later, skipped } = stageRows(detail.stages);
  if (detail.stages.length === 0) return null;
  return (
    <section className={panel.section} aria-label={t('stages:title')}>
      <h3>{t('stages:title')}</h3>
      <ol className={styles.list}>
        {shown.map((stage) => (
          <StageItem key={stage.key} detail={detail} stage={stage} />
        ))}
      </ol>
      {later.length === 0 ? null : (
        <p className={styles.soft}>
          {t('stages:later', { stages: later.map(({ name }) => local(name)).join(t('common:listJoin')) })}
        </p>
      )}
      {skipped.length === 0 ? null : (
        <p className={styles.soft}>
          {t('stages:skipped', { stages: skipped.map(({ name }) => local(name)).join(t('common:listJoin')) })}
        </p>
      )}
      {detail.published === null ? null : (
        <>
          <h3>{t('stages:published.title')}</h3>
          <p className={styles.soft}>
            {[
              detail.published.outcome === null ? '' : local(detail.published.outcome),
              instantWords(detail.published.at, now, ui),
            ]
              .filter((each) => each !== '')
              .join(' · ')}
          </p>
          <p className={styles.words}>{detail.published.words}</p>
        </>
      )}
    </section>
  );
}
