import { Button } from 'antd';
import { KeyRound, LogOut } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../../../features/access/sign-out.ts';
import { LanguageToggle } from '../../../ui/language-toggle.tsx';
import { NoticesBell } from './notices-bell.tsx';
import styles from './office-shell.module.css';
import { PasswordDialog } from './password-dialog.tsx';
import { useSession } from './use-session.ts';

/** Who is here and in which post; notices, language, the way out. */
export function RailFoot() {
  const { t } = useTranslation(['office', 'common']);
  const session = useSession();
  const { mutateAsync } = useSignOut();
  const [isChanging, setChanging] = useState(false);
  async function leave(): Promise<void> {
    await mutateAsync({});
    // Nothing of this session stays in the page's memory.
    location.assign('/office');
  }
  const post = session.posts[0];
  return (
    <div className={styles.foot}>
      <p className={styles.who}>
        <span>
          <strong>{session.name}</strong> {post?.roleName}
        </span>
        {post === undefined ? null : <span>{post.unitName ?? post.areaName}</span>}
      </p>
      <div className={styles.tools}>
        <NoticesBell />
        <LanguageToggle face="office" />
        <Button
          type="text"
          aria-label={t('office:password.title')}
          title={t('office:password.title')}
          icon={<KeyRound size={16} aria-hidden="true" />}
          onClick={() => setChanging(true)}
        />
        <Button
          type="text"
          aria-label={t('common:action.signOut')}
          title={t('common:action.signOut')}
          icon={<LogOut size={16} aria-hidden="true" />}
          onClick={() => void leave()}
        />
      </div>
      <p className={styles.hint}>{t('office:commandHint')}</p>
      {isChanging ? <PasswordDialog onClose={() => setChanging(false)} /> : null}
    </div>
  );
}
