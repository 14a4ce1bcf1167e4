import { Link, useParams } from '@tanstack/react-router';
import { Alert, Checkbox, Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGetReturn } from '../../../../features/forms/get-return.ts';
import { Empty, Skeleton } from '../../../../ui/state-views.tsx';
import { dayWords, instantWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { useMay } from '../../shell/use-session.ts';
import { QueryProblem } from '../../words/query-problem.tsx';
import { fillPercent } from '../fill-bar.tsx';
import styles from '../forms.module.css';
import { FormsFrame } from '../forms-frame.tsx';
import { periodWords } from '../period-words.ts';
import { RowCount } from '../return-counts.tsx';
import { ReturnStateTag } from '../return-state-tag.tsx';
import { CellPanel } from './cell-panel.tsx';
import cells from './cells.module.css';
import { ReturnActs } from './return-acts.tsx';
import { ReturnHistory } from './return-history.tsx';
import { type OpenedCell, ReturnTable } from './return-table.tsx';

const pageRows = 50;

/** One return in the form's layout: what is missing stands out, each cell opens to its source, then it goes its way. */
export function ReturnPage() {
  const { t } = useTranslation('forms');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const { returnId = '' } = useParams({ strict: false });
  const [page, setPage] = useState(1);
  const [missing, setMissing] = useState(false);
  const [cell, setCell] = useState<OpenedCell | null>(null);
  const mayFill = useMay('forms:fill');
  const { data, error, refetch } = useGetReturn(
    { returnId, from: (page - 1) * pageRows, limit: pageRows, missing },
    { keepPrevious: true },
  );
  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={14} />;
  const { form, steps } = data;
  const sentBack = form.state === 'sent-back' ? steps.findLast(({ act }) => act === 'send-back') : undefined;
  const { counts } = form;
  return (
    <FormsFrame
      title={`${form.formName} · ${form.areaName}`}
      back={<Link to="/forms/returns">{t('returns.title')}</Link>}
      explains={t('return.line', {
        unit: form.unitName,
        period: periodWords(form.period, t),
        due: dayWords(form.dueOn, now, ui),
        filled: instantWords(form.filledAt, now, ui),
      })}
      tools={<ReturnActs data={data} />}
    >
      {sentBack === undefined ? null : (
        <Alert type="warning" showIcon title={t('return.sentBack', { by: sentBack.by, words: sentBack.words })} />
      )}
      <dl className={styles.figures}>
        <Figure label={t('column.state')}>
          <ReturnStateTag state={form.state} late={form.late} />
        </Figure>
        <Figure label={t('column.rows')}>
          <RowCount row={form} />
        </Figure>
        {counts === null ? null : (
          <>
            <Figure label={t('column.filled')}>{`${fillPercent(counts) ?? 0}%`}</Figure>
            <Figure label={t('column.missing')}>{counts.missing}</Figure>
            <Figure label={t('column.unknown')}>{counts.unknown}</Figure>
            <Figure label={t('column.stale')}>{counts.stale}</Figure>
          </>
        )}
      </dl>
      {data.showsRows ? (
        <>
          <div className={styles.row}>
            <Checkbox
              checked={missing}
              onChange={(event) => {
                setPage(1);
                setMissing(event.target.checked);
              }}
            >
              {t('return.onlyMissing')}
            </Checkbox>
            {mayFill && (counts?.missing ?? 0) > 0 && form.state !== 'approved' && form.state !== 'given' ? (
              <Link to="/forms" search={{ form: form.formId }}>
                {t('return.answerAll')}
              </Link>
            ) : null}
            <Legend />
          </div>
          {data.rows.length === 0 ? (
            <Empty title={t(missing ? 'return.noneMissing' : 'return.noRows')} />
          ) : (
            <ReturnTable data={data} onOpen={setCell} />
          )}
          {missing || (counts?.rows ?? 0) <= pageRows ? null : (
            <Pagination
              size="small"
              current={page}
              pageSize={pageRows}
              total={counts?.rows ?? 0}
              showSizeChanger={false}
              onChange={setPage}
            />
          )}
        </>
      ) : (
        <Empty title={t('return.noRowsShown')} body={t('return.noRowsShownBody')} />
      )}
      <ReturnHistory steps={steps} pulledAt={form.pulledAt} />
      {cell === null ? null : <CellPanel data={data} cell={cell} onClose={() => setCell(null)} />}
    </FormsFrame>
  );
}

function Figure({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Legend() {
  const { t } = useTranslation('forms');
  return (
    <ul className={cells.legend}>
      {(['missing', 'stale', 'sealed', 'unknown', 'restricted', 'withheld'] as const).map((mark) => (
        <li key={mark}>
          <span className={markClass[mark]}>{t(`mark.${mark}`)}</span> {t(`markMeans.${mark}`)}
        </li>
      ))}
    </ul>
  );
}

const markClass = {
  missing: styles.bad,
  stale: styles.caution,
  sealed: styles.soft,
  unknown: styles.soft,
  restricted: styles.soft,
  withheld: styles.soft,
} as const;
