import { useTranslation } from 'react-i18next';
import styles from './brand-mark.module.css';

/** The mark: two roofs under one line, in vermilion, with the name. */
export function BrandMark({ name }: { readonly name?: string }) {
  const { t } = useTranslation('common');
  return (
    <span className={styles.brand}>
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" />
        <path d="M5 17.5L11 11l6 6.5M15 15.5L21 9l6 6.5M7.5 16v8h17v-9.5" />
      </svg>
      {name ?? t('productName')}
    </span>
  );
}
