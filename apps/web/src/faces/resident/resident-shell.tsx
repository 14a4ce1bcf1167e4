import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Bell, ClipboardList, House, MapPinned, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useListNotices } from '../../features/notices/list-notices.ts';
import { BottomNav } from '../../ui/bottom-nav.tsx';
import { BrandMark } from '../../ui/brand-mark.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { useElderMode } from '../../ui/elder-mode.ts';
import { ElderToggle } from '../../ui/elder-toggle.tsx';
import { LanguageToggle } from '../../ui/language-toggle.tsx';
import { TileUrlContext } from '../../ui/map/tile-url.ts';
import { SkipLink } from '../../ui/skip-link.tsx';
import parts from './parts/parts.module.css';
import styles from './resident-shell.module.css';
import { useSession } from './session/use-session.ts';

const NOTICES_EVERY_MS = 60_000;

/** Header with 长辈版, language and oneself, the page, and four places at the thumb. */
export function ResidentShell() {
  const { t } = useTranslation('resident');
  const { view } = useSession();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const elder = useElderMode() !== 'off';
  // While one reports, nothing else stands there than the next step; the home of 长辈版 is its own navigation.
  const isReporting = path === '/report';
  const hasNav = !isReporting && !(elder && path === '/');
  return (
    <TileUrlContext value={view?.tileUrl ?? undefined}>
      <SkipLink />
      {view?.demo === true ? (
        <aside className={parts.banner} aria-label={t('demo.label')}>
          {t('demo.banner')} <Link to="/demo">{t('demo.choose')}</Link>
        </aside>
      ) : null}
      {isReporting ? null : <ShellHeader elder={elder} />}
      <main id="content" tabIndex={-1} className={styles.main} data-bare={!hasNav}>
        <Outlet />
      </main>
      {hasNav ? <ShellNav /> : null}
    </TileUrlContext>
  );
}

function ShellHeader({ elder }: { readonly elder: boolean }) {
  const { t } = useTranslation(['resident', 'common']);
  const { isSignedIn } = useSession();
  return (
    <header className={styles.header}>
      <Link to="/" className={styles.home}>
        <BrandMark />
      </Link>
      <div className={styles.toggles}>
        <div className={styles.elder}>
          <ElderToggle />
        </div>
        {elder ? null : <LanguageToggle face="resident" />}
        {isSignedIn ? (
          <Link to="/me" className={buttonClass({ kind: 'quiet' })} aria-label={t('resident:me.title')}>
            <UserRound aria-hidden="true" />
          </Link>
        ) : (
          <Link to="/sign-in" className={buttonClass({ kind: 'quiet' })}>
            {t('common:action.signIn')}
          </Link>
        )}
      </div>
    </header>
  );
}

function ShellNav() {
  const { t } = useTranslation('resident');
  const { isSignedIn } = useSession();
  const notices = useListNotices({}, { enabled: isSignedIn, refetchIntervalMs: NOTICES_EVERY_MS });
  return (
    <BottomNav
      items={[
        { key: 'home', label: t('nav.home'), icon: <House />, to: '/' },
        { key: 'mine', label: t('nav.mine'), icon: <ClipboardList />, to: '/mine' },
        { key: 'nearby', label: t('nav.nearby'), icon: <MapPinned />, to: '/nearby' },
        {
          key: 'notices',
          label: t('nav.notices'),
          icon: <Bell />,
          to: '/notices',
          count: isSignedIn ? notices.data?.unread : undefined,
        },
      ]}
    />
  );
}
