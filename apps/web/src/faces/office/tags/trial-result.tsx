import type { OutputOf, tryTagRule } from '@linli/contract';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../words/use-local-text.ts';
import { useCountWords } from './count-view.tsx';
import styles from './tags-page.module.css';

/** What a rule would do today, in words, in sums and by area; nothing was changed. */
export function TrialResult({ trial }: { readonly trial: OutputOf<typeof tryTagRule> }) {
  const { t } = useTranslation('tags');
  const local = useLocalText();
  const words = useCountWords();
  return (
    <section className={styles.stack} aria-label={t('trialTitle')} aria-live="polite">
      <p>{local(trial.words)}</p>
      <p>
        <strong>{t('trial', { enter: words(trial.enter), leave: words(trial.leave), stay: words(trial.stay) })}</strong>
        <span className={styles.note}> {t('trialLooked', { count: trial.looked })}</span>
      </p>
      {trial.areas.length === 0 ? null : (
        <Table
          size="small"
          rowKey="areaId"
          pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
          dataSource={[...trial.areas]}
          columns={[
            { key: 'name', title: t('area'), render: (_, row) => row.name },
            { key: 'enter', title: t('enters'), width: 110, align: 'end', render: (_, row) => words(row.enter) },
            { key: 'leave', title: t('leaves'), width: 110, align: 'end', render: (_, row) => words(row.leave) },
          ]}
        />
      )}
    </section>
  );
}
