import { Link, Outlet } from '@tanstack/react-router';
import { Bell, ClipboardList, House, MapPinned } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { BottomNav } from '../../ui/bottom-nav.tsx';
import { BrandMark } from '../../ui/brand-mark.tsx';
import { ElderToggle } from '../../ui/elder-toggle.tsx';
import { LanguageToggle } from '../../ui/language-toggle.tsx';
import { SkipLink } from '../../ui/skip-link.tsx';
import styles from './resident-shell.module.css';

/** Header with 长辈版 and language, the page, and four places at the thumb. */
export function ResidentShell() {
  const { t } = useTranslation('resident');
  return (
    <>
      <SkipLink />
      <header className={styles.header}>
        <Link to="/" className={styles.home}>
          <BrandMark />
        </Link>
        <div className={styles.toggles}>
          <ElderToggle />
          <LanguageToggle face="resident" />
        </div>
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <BottomNav
        items={[
          { key: 'home', label: t('nav.home'), icon: <House />, to: '/' },
          { key: 'mine', label: t('nav.mine'), icon: <ClipboardList />, to: '/mine' },
          { key: 'nearby', label: t('nav.nearby'), icon: <MapPinned />, to: '/nearby' },
          { key: 'notices', label: t('nav.notices'), icon: <Bell />, to: '/notices' },
        ]}
      />
    </>
  );
}
