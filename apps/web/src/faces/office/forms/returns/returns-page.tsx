import type { listReturns, OutputOf } from '@linli/contract';
import { type ReturnState, returnStates } from '@linli/domain';
import { Link } from '@tanstack/react-router';
import { Button, Segmented, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListReturns } from '../../../../features/forms/list-returns.ts';
import { Empty, Skeleton } from '../../../../ui/state-views.tsx';
import { dayWords, instantWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { useMay } from '../../shell/use-session.ts';
import { AreaSelect } from '../../words/area-select.tsx';
import { QueryProblem } from '../../words/query-problem.tsx';
import styles from '../forms.module.css';
import { FormsFrame } from '../forms-frame.tsx';
import { periodWords } from '../period-words.ts';
import { ReturnFill } from '../return-counts.tsx';
import { ReturnStateTag } from '../return-state-tag.tsx';
import { ApproveChosen } from './approve-chosen.tsx';
import { CommitteeTable } from './committee-table.tsx';

type Return = OutputOf<typeof listReturns>['returns'][number];
type Choice = 'all' | ReturnState;

/** Returns in the reader's reach, the soonest due first; for the street what waits for its decision; committees beside each other. */
export function ReturnsPage() {
  const { t } = useTranslation('forms');
  const mayApprove = useMay('forms:approve');
  const [state, setState] = useState<Choice>(mayApprove ? 'given' : 'all');
  const [areaId, setAreaId] = useState<string | undefined>();
  const [after, setAfter] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const mayChoose = mayApprove && state === 'given';
  const { data, error, isPending, refetch } = useListReturns(
    {
      limit: 50,
      ...(state === 'all' ? {} : { states: [state] }),
      ...(areaId === undefined ? {} : { areaId }),
      ...(after.length === 0 ? {} : { after: after.at(-1) ?? '' }),
    },
    { keepPrevious: true },
  );
  const next = data?.next ?? null;
  const choose = (change: () => void) => {
    setAfter([]);
    setChosen([]);
    change();
  };
  return (
    <FormsFrame
      title={t('returns.title')}
      explains={t(mayApprove ? 'returns.explainsApprove' : 'returns.explains')}
      tools={
        <>
          <div className={styles.area}>
            <AreaSelect
              value={areaId}
              onChange={(id) => choose(() => setAreaId(id))}
              allowClear
              label={t('returns.area')}
            />
          </div>
          <Segmented<Choice>
            aria-label={t('returns.state')}
            value={state}
            onChange={(value) => choose(() => setState(value))}
            options={[
              { value: 'all', label: t('returns.all') },
              ...returnStates.map((value) => ({ value, label: t(`state.${value}`) })),
            ]}
          />
        </>
      }
    >
      {isPending ? <Skeleton rows={12} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : (
        <>
          {mayChoose ? (
            <ApproveChosen
              key={areaId ?? ''}
              rows={data.returns.filter(({ id }) => chosen.includes(id))}
              onLeft={setChosen}
            />
          ) : null}
          {data.returns.length === 0 ? (
            <Empty title={t('returns.empty')} body={t('returns.emptyBody')} />
          ) : (
            <ReturnTable rows={data.returns} chosen={chosen} onChoose={mayChoose ? setChosen : null} />
          )}
          <div className={styles.row}>
            {after.length === 0 ? null : (
              <Button onClick={() => setAfter(after.slice(0, -1))}>{t('pageBefore')}</Button>
            )}
            {next === null ? null : <Button onClick={() => setAfter([...after, next])}>{t('pageNext')}</Button>}
          </div>
          <CommitteeTable committees={data.committees} />
        </>
      )}
    </FormsFrame>
  );
}

type ReturnTableProps = {
  readonly rows: readonly Return[];
  readonly chosen: readonly string[];
  /** None where nothing is chosen. */
  readonly onChoose: ((ids: string[]) => void) | null;
};

function ReturnTable({ rows, chosen, onChoose }: ReturnTableProps) {
  const { t } = useTranslation(['forms', 'common']);
  const { t: forms } = useTranslation('forms');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const columns: TableColumnsType<Return> = [
    {
      key: 'form',
      title: t('forms:column.form'),
      render: (_, row) => (
        <Link to="/forms/returns/$returnId" params={{ returnId: row.id }}>
          {row.formName}
        </Link>
      ),
    },
    { key: 'area', title: t('forms:column.committee'), width: 150, dataIndex: 'areaName' },
    { key: 'unit', title: t('forms:column.unit'), width: 150, dataIndex: 'unitName' },
    { key: 'period', title: t('forms:column.period'), width: 120, render: (_, row) => periodWords(row.period, forms) },
    {
      key: 'due',
      title: t('forms:column.due'),
      width: 100,
      render: (_, row) => <span className={row.late ? styles.bad : undefined}>{dayWords(row.dueOn, now, ui)}</span>,
    },
    {
      key: 'filled',
      title: t('forms:column.filled'),
      width: 140,
      render: (_, row) => <ReturnFill row={row} />,
    },
    {
      key: 'missing',
      title: t('forms:column.missing'),
      width: 80,
      align: 'end',
      render: (_, row) => row.counts?.missing ?? forms('hidden.withheld'),
    },
    {
      key: 'given',
      title: t('forms:column.given'),
      width: 140,
      render: (_, row) => (row.givenAt === null ? t('common:nothing') : instantWords(row.givenAt, now, ui)),
    },
    {
      key: 'state',
      title: t('forms:column.state'),
      width: 150,
      render: (_, row) => <ReturnStateTag state={row.state} late={row.late} />,
    },
  ];
  return (
    <Table<Return>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...rows]}
      pagination={false}
      {...(onChoose === null
        ? {}
        : {
            rowSelection: {
              selectedRowKeys: [...chosen],
              onChange: (keys) => onChoose(keys.map(String)),
              getCheckboxProps: (row) => ({
                'aria-label': forms('returns.chooseRow', { form: row.formName, area: row.areaName }),
              }),
            },
          })}
    />
  );
}
