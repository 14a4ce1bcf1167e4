import { Link } from '@tanstack/react-router';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListReturns } from '../../../../features/forms/list-returns.ts';
import { Empty, Skeleton } from '../../../../ui/state-views.tsx';
import { dayWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { QueryProblem } from '../../words/query-problem.tsx';
import styles from '../forms.module.css';
import { ReturnFill } from '../return-counts.tsx';
import { ReturnStateTag } from '../return-state-tag.tsx';
import { useMyCommittee } from '../use-my-committee.ts';

/** The committee's own returns that are still with it, the soonest due first. */
export function OpenReturns() {
  const { t } = useTranslation('forms');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const mine = useMyCommittee();
  const { data, error, isPending, refetch } = useListReturns({
    ...(mine === null ? {} : { areaId: mine.id }),
    states: ['sent-back', 'waiting', 'checked'],
    limit: 200,
  });
  const returns = (data?.returns ?? []).toSorted((a, b) => rank(a.state) - rank(b.state));
  return (
    <section className={styles.section} aria-label={t('queue.returnsTitle')}>
      <div className={styles.row}>
        <h2>{t('queue.returnsTitle')}</h2>
        <Link to="/forms/returns">{t('queue.allReturns')}</Link>
      </div>
      {isPending ? <Skeleton rows={6} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data !== undefined && returns.length === 0 ? <Empty title={t('queue.noReturns')} /> : null}
      {returns.length === 0 ? null : (
        <Table
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={returns}
          columns={[
            {
              key: 'name',
              title: t('column.form'),
              render: (_, row) => (
                <span className={styles.item}>
                  <Link to="/forms/returns/$returnId" params={{ returnId: row.id }}>
                    {row.formName}
                  </Link>
                  <span className={row.late ? styles.bad : styles.soft}>
                    {t('dueBy', { day: dayWords(row.dueOn, now, ui) })}
                    {row.counts !== null && row.counts.missing > 0
                      ? ` · ${t('missingCells', { count: row.counts.missing })}`
                      : ''}
                  </span>
                </span>
              ),
            },
            {
              key: 'filled',
              title: t('column.filled'),
              width: 150,
              render: (_, row) => (
                <span className={styles.item}>
                  <ReturnFill row={row} />
                  {row.state === 'waiting' && !row.late ? null : (
                    <span>
                      <ReturnStateTag state={row.state} late={row.late} />
                    </span>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}

/** What was sent back comes first; the server's order by day holds within. */
function rank(state: string): number {
  return state === 'sent-back' ? 0 : 1;
}
