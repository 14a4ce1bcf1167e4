import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSuggestTargets } from '../../../features/cases/suggest-targets.ts';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { viewFilter } from '../inbox/built-in-views.ts';
import type { ColumnName } from '../inbox/case-columns.tsx';
import { CaseTable } from '../inbox/case-table.tsx';
import { useCasePages } from '../inbox/use-case-pages.ts';
import { useListKeys } from '../inbox/use-list-keys.ts';
import { useMarkedCases } from '../live/marked-cases.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { DeskCase } from './desk-case.tsx';
import styles from './desk-page.module.css';

const columns: readonly ColumnName[] = ['title', 'due'];
const nothing: ReadonlySet<string> = new Set();

/** Accepted cases that wait to be sent: the suggestion stands ready, Enter sends, the next one comes. */
export function DeskPage() {
  const { t } = useTranslation('office');
  const { rows, error, isPending, hasMore, loadMore, retry } = useCasePages(
    viewFilter('to-dispatch', new Date()),
    'due',
  );
  const marked = useMarkedCases();
  const [chosen, setChosen] = useState<string | undefined>();
  const openId = rows.some((row) => row.id === chosen) ? chosen : rows[0]?.id;
  const [at, setAt] = useListKeys({ rows, openId, onOpen: setChosen });
  const place = rows.findIndex((row) => row.id === openId);
  const nextId = rows[place + 1]?.id;
  // Asked ahead, so that the next suggestion is there when this case is sent.
  useSuggestTargets({ caseId: nextId ?? '' }, { enabled: nextId !== undefined });

  return (
    <>
      <h1 className="visually-hidden">{t('nav.desk')}</h1>
      <div className={styles.desk}>
        <section className={styles.list} aria-label={t('desk.waiting')}>
          <p className={styles.heading}>
            <strong>{t('desk.waiting')}</strong> {hasMore ? `${rows.length}+` : rows.length}
          </p>
          <div className={styles.rows}>
            {isPending ? <Skeleton rows={12} /> : null}
            {error !== null && rows.length === 0 ? <QueryProblem error={error} onRetry={retry} /> : null}
            {rows.length === 0 ? null : (
              <CaseTable
                rows={rows}
                columns={columns}
                at={at < 0 ? place : at}
                openId={openId}
                selected={nothing}
                marked={marked}
                hasMore={hasMore}
                onAt={setAt}
                onOpen={(row) => setChosen(row.id)}
                onNearEnd={loadMore}
              />
            )}
          </div>
        </section>
        <section className={styles.case} aria-label={t('detailLabel')}>
          {openId === undefined ? null : (
            <DeskCase key={openId} caseId={openId} onSent={() => setChosen(nextId ?? rows[place - 1]?.id)} />
          )}
          {openId === undefined && !isPending && error === null ? (
            <Empty title={t('empty.deskTitle')} body={t('empty.deskBody')} />
          ) : null}
        </section>
      </div>
    </>
  );
}
