import { Link } from '@tanstack/react-router';
import { ClipboardList, MapPinned, Megaphone, Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useListMyCases } from '../../../features/cases/list-my-cases.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { useSession } from '../session/use-session.ts';
import styles from './home.module.css';

/** The home of 长辈版: large buttons and nothing else. */
export function ElderHome() {
  const { t } = useTranslation('resident');
  const { isSignedIn } = useSession();
  const { data } = useListMyCases({ limit: 20 }, { enabled: isSignedIn });
  const changed = data?.cases.filter((each) => each.unseen).length ?? 0;
  const plain = buttonClass({ kind: 'plain', size: 'large', wide: true });
  return (
    <nav className={styles.elder} aria-label={t('title')}>
      <Link to="/report" className={buttonClass({ kind: 'brand', size: 'large', wide: true })}>
        <Megaphone aria-hidden="true" /> {t('home.report')}
      </Link>
      <Link to="/mine" className={plain}>
        <ClipboardList aria-hidden="true" />
        <span>
          {t('home.mine')}
          {changed === 0 ? null : <span className={styles.mark}>{t('home.news', { count: changed })}</span>}
        </span>
      </Link>
      <Link to="/nearby" className={plain}>
        <MapPinned aria-hidden="true" /> {t('home.elderNearby')}
      </Link>
      <Link to="/call" className={plain}>
        <Phone aria-hidden="true" /> {t('home.call')}
      </Link>
    </nav>
  );
}
