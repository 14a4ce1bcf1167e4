import type { listTypeVersions, OutputOf } from '@linli/contract';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { ChangeList } from './change-list.tsx';
import styles from './editor.module.css';

export type HistoryPanelProps = {
  readonly history: OutputOf<typeof listTypeVersions>;
  /** Takes an old version as a draft. */
  readonly onTake: (version: number) => void;
};

/** Every version, newest first: since when, by whom, why, what changed, how many cases still run by it. */
export function HistoryPanel({ history, onTake }: HistoryPanelProps) {
  const { t } = useTranslation('types');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  return (
    <ol className={styles.history}>
      {history.versions.map((row) => (
        <li key={row.version}>
          <h4>
            {t('version', { version: row.version })}{' '}
            {row.version === history.inForce ? <Tag color="success">{t('inForce')}</Tag> : null}
          </h4>
          <p className={styles.note}>
            {instantWords(row.at, now, ui)} · {t(`origin.${row.origin}`)}
            {row.byWords === '' ? '' : ` · ${row.byWords}`} · {t('running', { count: row.openCases })}
          </p>
          {row.note === '' ? null : <p>{row.note}</p>}
          {row.version === 1 ? (
            <p className={styles.note}>{t('firstVersion')}</p>
          ) : (
            <ChangeList changes={row.changes} />
          )}
          {row.version === history.inForce ? null : (
            <Button size="small" onClick={() => onTake(row.version)}>
              {t('takeAsDraft')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}
