import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOutbox } from '../../../features/outbox/outbox-context.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { ElderToggle } from '../../../ui/elder-toggle.tsx';
import { LanguageToggle } from '../../../ui/language-toggle.tsx';
import { InstallButton } from '../me/install-button.tsx';
import styles from '../me/me-page.module.css';
import { NoticeList } from '../me/notice-list.tsx';
import { SignOutButton } from '../me/sign-out-button.tsx';
import { useFieldSession } from '../session/field-session.tsx';

/** Who I am, my posts, what I was told, and this phone. */
export function MePage() {
  const { t } = useTranslation('field');
  const { session } = useFieldSession();
  const { items } = useOutbox();
  const open = items.filter((item) => item.state !== 'done').length;
  return (
    <div className={styles.page}>
      <header>
        <h1>{session.name}</h1>
        <p className={styles.meta}>{session.siteName}</p>
        {session.demo ? <p className={styles.demo}>{t('signIn.demo')}</p> : null}
      </header>
      <section>
        <h2>{t('me.posts')}</h2>
        {session.posts.length === 0 ? <p>{t('me.vacant')}</p> : null}
        <ul className={styles.list}>
          {session.posts.map((post) => (
            <li key={`${post.postId ?? ''} ${post.role} ${post.areaId}`}>
              <strong>{post.roleName}</strong>
              <span>{post.unitName === null ? post.areaName : `${post.unitName} · ${post.areaName}`}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('me.device')}</h2>
        <ul className={styles.list}>
          <li>
            <Link to="/outbox" className={buttonClass({ wide: true })}>
              {t('outbox.title')} {open === 0 ? null : open}
            </Link>
          </li>
          <li>
            <span>{t('me.language')}</span>
            <LanguageToggle face="field" />
          </li>
          <li>
            <span>{t('me.textSize')}</span>
            <span>
              <ElderToggle />
            </span>
          </li>
          <InstallButton />
        </ul>
      </section>
      <NoticeList />
      <SignOutButton />
    </div>
  );
}
