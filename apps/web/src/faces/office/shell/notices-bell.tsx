import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Badge, Button, Popover } from 'antd';
import { Bell } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListNotices } from '../../../features/notices/list-notices.ts';
import { useReadNotices } from '../../../features/notices/read-notices.ts';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { timeWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { useLiveEvents } from '../live/live-feed.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { noticeWords } from './notice-words.ts';
import styles from './notices-bell.module.css';
import { useMay } from './use-session.ts';

/** What I was told, newest first; opening the list reads it. */
export function NoticesBell() {
  const { t } = useTranslation('office');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const queries = useQueryClient();
  const isDesk = useMay('privacy:desk');
  const readsRegisters = useMay('registers:read');
  const [isOpen, setOpen] = useState(false);
  const { data, error, isPending, refetch } = useListNotices({ limit: 30 }, { refetchIntervalMs: 120_000 });
  const { mutate } = useReadNotices();
  useLiveEvents((event) => {
    if (event.noun === 'notice') void queries.invalidateQueries({ queryKey: useListNotices.key() });
  });
  const unread = data?.unread ?? 0;

  function toggle(next: boolean): void {
    setOpen(next);
    if (!next && unread > 0) mutate({ noticeIds: 'all' });
  }

  const list = (
    <div className={styles.list}>
      {isPending ? <Skeleton rows={4} /> : null}
      {error === null ? null : <QueryProblem error={error} onRetry={() => void refetch()} />}
      {data?.notices.length === 0 ? <Empty title={t('notice.noneTitle')} body={t('notice.noneBody')} /> : null}
      <ul>
        {data?.notices.map((notice) => (
          <li key={notice.id} data-unread={notice.readAt === null} className={styles.notice}>
            <span>{noticeWords(notice, t)}</span>
            <time dateTime={notice.at}>{timeWords(notice.at, now, ui)}</time>
            {notice.about === null ? null : <p>{notice.about}</p>}
            {notice.noun === 'case' && notice.nounId !== null ? (
              <Link to="/cases/$caseId" params={{ caseId: notice.nounId }} onClick={() => toggle(false)}>
                {t('notice.open')}
              </Link>
            ) : null}
            {notice.kind === 'correction.asked' ? (
              <Link to="/registers/corrections" onClick={() => toggle(false)}>
                {t('notice.openCorrections')}
              </Link>
            ) : null}
            {notice.kind !== 'correction.asked' &&
            notice.noun === 'subject' &&
            notice.nounId !== null &&
            readsRegisters ? (
              <Link to="/registers/$subjectId" params={{ subjectId: notice.nounId }} onClick={() => toggle(false)}>
                {t('notice.openSubject')}
              </Link>
            ) : null}
            {notice.noun === 'rights' && notice.nounId !== null && isDesk ? (
              <Link to="/privacy" search={{ rightsId: notice.nounId }} onClick={() => toggle(false)}>
                {t('notice.openRights')}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <Popover
      trigger="click"
      placement="rightBottom"
      open={isOpen}
      onOpenChange={toggle}
      content={list}
      title={t('notice.title')}
    >
      <Button
        type="text"
        className={styles.bell ?? ''}
        aria-label={unread === 0 ? t('notice.title') : t('notice.unread', { count: unread })}
        icon={<Bell size={16} aria-hidden="true" />}
      >
        {unread === 0 ? null : (
          <span aria-hidden="true">
            <Badge count={unread} size="small" overflowCount={99} />
          </span>
        )}
      </Button>
    </Popover>
  );
}
