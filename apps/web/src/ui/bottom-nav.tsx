import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './bottom-nav.module.css';

export type NavItem = {
  readonly key: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** A route, or for the ＋ an action. */
  readonly to?: string;
  readonly onPress?: () => void;
  /** Something waits here. Read as part of the name. */
  readonly count?: number | undefined;
};

/** The bar at the thumb. An item with `onPress` stands out in the middle. */
export function BottomNav({ items }: { readonly items: readonly NavItem[] }) {
  const { t } = useTranslation('ui');
  return (
    <nav className={styles.nav} aria-label={t('mainNavigation')}>
      {items.map(({ key, label, icon, to, onPress, count }) =>
        to === undefined ? (
          <button key={key} type="button" className={styles.add} aria-label={label} onClick={onPress}>
            {icon}
          </button>
        ) : (
          <Link
            key={key}
            to={to}
            className={styles.item}
            activeProps={{ 'aria-current': 'page' }}
            activeOptions={{ exact: to === '/' }}
          >
            <span className={styles.icon} aria-hidden="true">
              {icon}
            </span>
            <span>{label}</span>
            {count === undefined || count === 0 ? null : <span className={styles.count}>{count}</span>}
          </Link>
        ),
      )}
    </nav>
  );
}
