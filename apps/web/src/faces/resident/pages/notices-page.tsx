import type { CallOutput } from '@linli/client';
import type { listNotices } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListNotices } from '../../../features/notices/list-notices.ts';
import { useReadNotices } from '../../../features/notices/read-notices.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/state-views.tsx';
import { timeWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { CallProblem } from '../parts/call-problem.tsx';
import { noticeKey, noticePage } from '../parts/notice-key.ts';
import parts from '../parts/parts.module.css';
import { QueryView } from '../parts/query-view.tsx';
import { ForMe } from '../session/for-me.tsx';
import { useSession } from '../session/use-session.ts';
import styles from './notices-page.module.css';

type Notice = CallOutput<typeof listNotices>['notices'][number];

const FIRST = 30;
const MOST = 100;

/** What I was told, newest first; opening one marks it read. */
export function NoticesPage() {
  const { t } = useTranslation('resident');
  const { isSignedIn } = useSession();
  const [limit, setLimit] = useState(FIRST);
  const query = useListNotices({ limit }, { enabled: isSignedIn, keepPrevious: true, refetchIntervalMs: 60_000 });
  const read = useReadNotices();
  const unread = query.data?.unread ?? 0;
  return (
    <div className={parts.stack}>
      <div className={parts.title}>
        <h1>{t('nav.notices')}</h1>
        {unread === 0 ? null : (
          <Button kind="quiet" busy={read.isPending} onClick={() => read.mutate({ noticeIds: 'all' })}>
            {t('notices.readAll')}
          </Button>
        )}
      </div>
      <CallProblem error={read.error} />
      <ForMe body={t('empty.noticesBody')}>
        <QueryView query={query} rows={6}>
          {({ notices, next }) =>
            notices.length === 0 ? (
              <Empty title={t('empty.noticesTitle')} body={t('empty.noticesBody')} />
            ) : (
              <>
                <ul className={parts.list}>
                  {notices.map((notice) => (
                    <li key={notice.id}>
                      <NoticeRow
                        notice={notice}
                        onOpen={() => {
                          if (notice.readAt === null) read.mutate({ noticeIds: [notice.id] });
                        }}
                      />
                    </li>
                  ))}
                </ul>
                {next !== null && limit < MOST ? (
                  <Button wide busy={query.isFetching} onClick={() => setLimit(MOST)}>
                    {t('mine.more')}
                  </Button>
                ) : null}
              </>
            )
          }
        </QueryView>
      </ForMe>
    </div>
  );
}

function NoticeRow({ notice, onOpen }: { readonly notice: Notice; readonly onOpen: () => void }) {
  const { t, i18n } = useTranslation(['resident', 'cases']);
  const { t: uiText } = useTranslation('ui');
  const now = useNow();
  const { number, title, typeName, typeNameEn } = notice.params;
  const page = noticePage(notice.kind);
  // Of an agreement: its purpose.
  const purpose = page === null ? undefined : (i18n.language === 'en' && typeNameEn) || typeName;
  const words = (
    <>
      <span className={styles.title}>
        {notice.readAt === null ? <span className={styles.mark}>{t('resident:notices.unread')}</span> : null}
        {t(`resident:notices.kind.${noticeKey(notice.kind)}`)}
      </span>
      <span className={parts.note}>
        {[notice.about ?? title, purpose, number === undefined ? undefined : t('cases:number', { number })]
          .filter((each) => each !== undefined && each !== '')
          .join(' · ')}
      </span>
      <time className={parts.note} dateTime={notice.at}>
        {timeWords(notice.at, now, uiText)}
      </time>
    </>
  );
  if (page !== null)
    return (
      <Link to={page} className={styles.row} onClick={onOpen}>
        {words}
      </Link>
    );
  if (notice.noun !== 'case' || notice.nounId === null) return <div className={styles.row}>{words}</div>;
  return (
    <Link to="/cases/$caseId" params={{ caseId: notice.nounId }} className={styles.row} onClick={onOpen}>
      {words}
    </Link>
  );
}
