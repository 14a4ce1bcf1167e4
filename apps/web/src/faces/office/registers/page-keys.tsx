import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './registers.module.css';

export type PageKeysProps = {
  /** The keys of the pages before this one. */
  readonly keys: readonly string[];
  readonly next: string | null;
  readonly onKeys: (keys: readonly string[]) => void;
};

/** The page before and the page after, by key; nothing where there is one page. */
export function PageKeys({ keys, next, onKeys }: PageKeysProps) {
  const { t } = useTranslation('registers');
  if (keys.length === 0 && next === null) return null;
  return (
    <div className={styles.row}>
      <Button disabled={keys.length === 0} onClick={() => onKeys(keys.slice(0, -1))}>
        {t('page.before')}
      </Button>
      <span className={styles.soft}>{t('page.at', { number: keys.length + 1 })}</span>
      <Button disabled={next === null} onClick={() => onKeys(next === null ? keys : [...keys, next])}>
        {t('page.after')}
      </Button>
    </div>
  );
}
