import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './page-head.module.css';

export type PageHeadProps = {
  readonly title: string;
  /** Where 返回 leads. */
  readonly to: string;
  readonly params?: Record<string, string>;
};

/** 返回 and the page's name. */
export function PageHead({ title, to, params }: PageHeadProps) {
  const { t } = useTranslation('common');
  return (
    <header className={styles.head}>
      <Link to={to} {...(params === undefined ? {} : { params })} className={styles.back} aria-label={t('action.back')}>
        <ArrowLeft aria-hidden="true" />
      </Link>
      <h1>{title}</h1>
    </header>
  );
}
