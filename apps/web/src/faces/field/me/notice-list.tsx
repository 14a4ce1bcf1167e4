import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useKept } from '../../../features/device/use-kept.ts';
import { useListNotices } from '../../../features/notices/list-notices.ts';
import { useReadNotices } from '../../../features/notices/read-notices.ts';
import { Button } from '../../../ui/button.tsx';
import { Skeleton } from '../../../ui/state-views.tsx';
import { timeWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { useFieldSession } from '../session/field-session.tsx';
import styles from './me-page.module.css';
import { noticeWords } from './notice-words.ts';

/** What I was told, newest first; a notice about a case opens it. */
export function NoticeList() {
  const { t, i18n } = useTranslation('field');
  const { t: ui } = useTranslation('ui');
  const { account } = useFieldSession();
  const kept = useKept(account, 'notices', useListNotices({}));
  const read = useReadNotices();
  const now = useNow();
  const notices = kept.data?.notices ?? [];

  return (
    <section>
      <div className={styles.head}>
        <h2>{t('me.notices')}</h2>
        {(kept.data?.unread ?? 0) > 0 ? (
          <Button kind="quiet" busy={read.isPending} onClick={() => read.mutate({ noticeIds: 'all' })}>
            {t('me.readAll')}
          </Button>
        ) : null}
      </div>
      {kept.isLoading ? <Skeleton rows={2} /> : null}
      {!kept.isLoading && notices.length === 0 ? <p className={styles.meta}>{t('me.noNotices')}</p> : null}
      <ul>
        {notices.map((notice) => {
          const inside = (
            <>
              <strong>{noticeWords(notice, t, i18n.language)}</strong>
              {notice.about ? <span>{notice.about}</span> : null}
              <small>{timeWords(notice.at, now, ui)}</small>
            </>
          );
          return (
            <li key={notice.id}>
              {notice.noun === 'case' && notice.nounId !== null ? (
                <Link
                  to="/tasks/$caseId"
                  params={{ caseId: notice.nounId }}
                  className={styles.notice}
                  data-unread={notice.readAt === null}
                  onClick={() => notice.readAt === null && read.mutate({ noticeIds: [notice.id] })}
                >
                  {inside}
                </Link>
              ) : (
                <div className={styles.notice} data-unread={notice.readAt === null}>
                  {inside}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
