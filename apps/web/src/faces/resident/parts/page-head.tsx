import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../../ui/button.tsx';
import styles from './parts.module.css';

export type PageHeadProps = {
  readonly title: string;
  /** Where 返回 leads; home when left out. */
  readonly back?: string;
  readonly children?: ReactNode;
};

/** The way back and the page's name. */
export function PageHead({ title, back = '/', children }: PageHeadProps) {
  const { t } = useTranslation('common');
  return (
    <header className={styles.head}>
      <Link to={back} className={buttonClass({ kind: 'quiet' })} aria-label={t('action.back')}>
        <ArrowLeft aria-hidden="true" />
      </Link>
      <h1>{title}</h1>
      {children}
    </header>
  );
}
