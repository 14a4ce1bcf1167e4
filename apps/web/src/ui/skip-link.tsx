import { useTranslation } from 'react-i18next';
import styles from './skip-link.module.css';

/** First in the page; leads to `<main id="content" tabIndex={-1}>`. */
export function SkipLink() {
  const { t } = useTranslation('ui');
  return (
    <a className={styles.skip} href="#content">
      {t('skipToContent')}
    </a>
  );
}
