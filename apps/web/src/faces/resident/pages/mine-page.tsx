import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListMyCases } from '../../../features/cases/list-my-cases.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/state-views.tsx';
import { CaseList } from '../parts/case-list.tsx';
import parts from '../parts/parts.module.css';
import { QueryView } from '../parts/query-view.tsx';
import { ForMe } from '../session/for-me.tsx';
import { useSession } from '../session/use-session.ts';

const FIRST = 20;
const MOST = 100;

/** All I reported or joined, the latest change first; what I have not seen yet is marked. */
export function MinePage() {
  const { t } = useTranslation(['resident', 'common']);
  const { isSignedIn } = useSession();
  const [limit, setLimit] = useState(FIRST);
  const query = useListMyCases({ limit }, { enabled: isSignedIn, keepPrevious: true, refetchIntervalMs: 60_000 });
  return (
    <div className={parts.stack}>
      <h1>{t('resident:home.mine')}</h1>
      <div className={parts.actions}>
        <Link to="/invited" className={buttonClass({ kind: 'plain' })}>
          {t('resident:invited.have')}
        </Link>
      </div>
      <ForMe body={t('resident:empty.mineBody')}>
        <QueryView query={query} rows={6}>
          {({ cases, next }) =>
            cases.length === 0 ? (
              <Empty
                title={t('resident:empty.mineTitle')}
                body={
                  <div className={parts.stack}>
                    <p>{t('resident:empty.mineBody')}</p>
                    <Link to="/report" className={buttonClass({ kind: 'brand' })}>
                      {t('resident:home.report')}
                    </Link>
                  </div>
                }
              />
            ) : (
              <>
                <CaseList items={cases} />
                {next !== null && limit < MOST ? (
                  <Button wide busy={query.isFetching} onClick={() => setLimit(MOST)}>
                    {t('resident:mine.more')}
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
