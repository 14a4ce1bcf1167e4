import type { TagExpression } from '@linli/domain';
import { Button, Input, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAskTagExport } from '../../../features/tags/ask-tag-export.ts';
import { useDecideTagExport } from '../../../features/tags/decide-tag-export.ts';
import { useListTagExports } from '../../../features/tags/list-tag-exports.ts';
import { Empty } from '../../../ui/state-views.tsx';
import { AreaSelect } from '../words/area-select.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import type { Question } from './question.ts';
import styles from './tags-page.module.css';

const shortestReason = 5;

/** Asking for a list in a file, and what waits for a second person. */
export function ExportsPanel(props: { readonly expression: TagExpression | null; readonly noun: Question['noun'] }) {
  const { t } = useTranslation('tags');
  const { data, error, refetch } = useListTagExports({});
  const decide = useDecideTagExport();
  const [note, setNote] = useState('');
  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  return (
    <div className={styles.stack}>
      {props.expression === null ? null : <AskForm expression={props.expression} noun={props.noun} />}
      {data?.exports.some(({ mayDecide }) => mayDecide) ? (
        <Input
          aria-label={t('decisionNote')}
          placeholder={t('decisionNote')}
          maxLength={300}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      ) : null}
      {decide.error === null ? null : <QueryProblem error={decide.error} onRetry={() => decide.reset()} />}
      {data?.exports.length === 0 ? <Empty title={t('noExports')} body={t('noExportsBody')} /> : null}
      {data === undefined || data.exports.length === 0 ? null : (
        <Table
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={[...data.exports]}
          columns={[
            { key: 'reason', title: t('reason'), render: (_, row) => row.reason },
            { key: 'by', title: t('askedBy'), width: 180, render: (_, row) => row.askedBy },
            { key: 'count', title: t('count'), width: 90, align: 'end', render: (_, row) => row.subjects },
            { key: 'state', title: t('state'), width: 120, render: (_, row) => t(`exportStates.${row.state}`) },
            {
              key: 'do',
              width: 220,
              render: (_, row) => (
                <span className={styles.line}>
                  {row.mayDecide ? (
                    <>
                      <Button
                        size="small"
                        type="primary"
                        disabled={note.trim().length < 2}
                        onClick={() => decide.mutate({ exportId: row.id, grant: true, note })}
                      >
                        {t('approve')}
                      </Button>
                      <Button
                        size="small"
                        disabled={note.trim().length < 2}
                        onClick={() => decide.mutate({ exportId: row.id, grant: false, note })}
                      >
                        {t('refuse')}
                      </Button>
                    </>
                  ) : null}
                  {row.mine && row.state === 'approved' ? (
                    <a href={`/api/export-by-tags?exportId=${row.id}`}>{t('fetch')}</a>
                  ) : null}
                </span>
              ),
            },
          ]}
        />
      )}
    </div>
  );
}

function AskForm({ expression, noun }: { readonly expression: TagExpression; readonly noun: Question['noun'] }) {
  const { t } = useTranslation('tags');
  const ask = useAskTagExport();
  const [reason, setReason] = useState('');
  const [areaId, setAreaId] = useState<string | undefined>();
  const isReady = reason.trim().length >= shortestReason && areaId !== undefined;
  return (
    <section className={styles.stack} aria-label={t('askExport')}>
      <p className={styles.note}>{t('twoPeople')}</p>
      <div className={styles.line}>
        <div className={styles.place}>
          <AreaSelect label={t('exportArea')} value={areaId} onChange={setAreaId} />
        </div>
        <Input
          className={styles.tags ?? ''}
          aria-label={t('reason')}
          placeholder={t('reasonHint')}
          maxLength={300}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <Button
          type="primary"
          disabled={!isReady}
          loading={ask.isPending}
          onClick={() => areaId !== undefined && ask.mutate({ expression, noun, areaId, reason })}
        >
          {t('askExport')}
        </Button>
      </div>
      {ask.error === null ? null : <QueryProblem error={ask.error} onRetry={() => ask.reset()} />}
    </section>
  );
}
