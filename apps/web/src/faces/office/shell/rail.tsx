import { Link, useLocation } from '@tanstack/react-router';
import { Menu, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../../../ui/brand-mark.tsx';
import { useLiveState } from '../live/live-feed.tsx';
import { type NounGroup, nounGroups, nouns, openNouns } from './nouns.ts';
import styles from './office-shell.module.css';
import { RailFoot } from './rail-foot.tsx';
import { useSession } from './use-session.ts';
import { useViewCounts } from './use-view-counts.ts';
import { ViewLinks } from './view-links.tsx';

const counted = { approvals: 'to-decide', checks: 'to-check', desk: 'to-dispatch' } as const;

const groups = Object.keys(nounGroups) as NounGroup[]; // its own literal keys

/**
 * Left: the nouns this reader may open, at the inbox its views with true counts, and who is here. On a narrow screen a bar on top that unfolds
 * to them and folds again when one is chosen.
 */
export function Rail() {
  const { t } = useTranslation(['office', 'ui']);
  const session = useSession();
  const counts = useViewCounts();
  const live = useLiveState();
  const { pathname, href } = useLocation();
  const [unfoldedAt, setUnfoldedAt] = useState<string | null>(null);
  const isUnfolded = unfoldedAt === href;
  const foldsId = useId();
  return (
    <header className={styles.rail}>
      <div className={styles.bar}>
        <Link to="/" className={styles.home}>
          <BrandMark />
        </Link>
        <p className={styles.site}>
          {session.siteName}
          {session.demo ? ` · ${t('office:demo')}` : ''}
        </p>
        <button
          type="button"
          className={styles.unfold}
          aria-label={t('ui:mainNavigation')}
          aria-expanded={isUnfolded}
          aria-controls={foldsId}
          onClick={() => setUnfoldedAt(isUnfolded ? null : href)}
        >
          {isUnfolded ? <X aria-hidden="true" /> : <Menu aria-hidden="true" />}
        </button>
      </div>
      <div id={foldsId} className={styles.folds} data-unfolded={isUnfolded}>
        <Nouns counts={counts} pathname={pathname} />
        {live === 'open' || live === 'connecting' ? null : (
          <p role="status" className={styles.live}>
            {t('office:liveLost')}
          </p>
        )}
        <RailFoot />
      </div>
    </header>
  );
}

function Nouns({ counts, pathname }: { readonly counts: ReturnType<typeof useViewCounts>; readonly pathname: string }) {
  const { t } = useTranslation(['office', 'ui']);
  const open = openNouns(useSession().permissions);
  const isInbox = pathname.endsWith('/inbox') || pathname.includes('/cases/');
  return (
    <nav aria-label={t('ui:mainNavigation')} className={styles.nouns}>
      {groups.map((group) => {
        const names = nounGroups[group].filter((noun) => open.includes(noun));
        return names.length === 0 ? null : (
          <section key={group} aria-label={t(`office:navGroup.${group}`)}>
            {group === 'work' ? null : <h2 className={styles.caption}>{t(`office:navGroup.${group}`)}</h2>}
            {names.map((noun) => {
              const Icon = nouns[noun].icon;
              const view = noun in counted ? counted[noun as keyof typeof counted] : undefined; // narrowed by `in`
              return (
                <div key={noun}>
                  <Link to={`/${noun}`} className={styles.noun} activeProps={{ 'aria-current': 'page' }}>
                    <Icon aria-hidden="true" />
                    <span>{t(`office:nav.${noun}`)}</span>
                    {view === undefined ? null : <span className={styles.count}>{counts.get(view) ?? ''}</span>}
                  </Link>
                  {noun === 'inbox' && isInbox ? <ViewLinks counts={counts} /> : null}
                </div>
              );
            })}
          </section>
        );
      })}
    </nav>
  );
}
