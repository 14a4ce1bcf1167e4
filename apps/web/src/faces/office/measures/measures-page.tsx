import type { CountedKey, listIndicators, OutputOf } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Segmented, Table, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListIndicators } from '../../../features/measures/list-indicators.ts';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { PageFrame, PageNote } from '../shell/page-frame.tsx';
import { GroupSelect } from '../stages/group-select.tsx';
import { AreaSelect } from '../words/area-select.tsx';
import { isPeriod, PeriodFields } from '../words/period-fields.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { siteToday } from '../words/site-time.ts';
import { indicatorGroups, indicatorsOf } from './indicator-groups.ts';
import { isIndicatorKey } from './indicator-key.ts';
import styles from './measures-page.module.css';

type Row = OutputOf<typeof listIndicators>['rows'][number];
// The rest of the counts are what the shares are made of: shown with each share.
const shownCounts = ['reported', 'handled', 'closed', 'overdueUnhandled', 'returned', 'reworked'] as const;
const perThousandKey = 'complaints-per-thousand';
const dimensions = ['area', 'unit', 'type'] as const;

/** Figures by area, unit or type over a period; what has nothing below the line is “—”; each opens its rows. */
export function MeasuresPage() {
  const { t } = useTranslation(['office', 'common', 'ui']);
  const [by, setBy] = useState<(typeof dimensions)[number]>('area');
  const [group, setGroup] = useState<(typeof indicatorGroups)[number]>('handling');
  const [period, setPeriod] = useState(() => ({ from: siteToday(new Date(), -29), until: siteToday(new Date()) }));
  const [parentAreaId, setParent] = useState<string | undefined>();
  const [areaGroupId, setGroupId] = useState<string | undefined>();
  const { data, error, isPending, isFetching, refetch } = useListIndicators(
    { by, ...period, ...placeOf(parentAreaId, areaGroupId) },
    { keepPrevious: true, enabled: isPeriod(period) },
  );

  const census = commonCensus(data?.rows ?? []);
  const asksPeople = indicatorsOf(group, data?.indicators ?? []).some(({ key }) => key === perThousandKey);

  const columns: TableColumnsType<Row> = [
    {
      key: 'name',
      title: t(`office:measures.by.${by}`),
      width: 168,
      sorter: (a, b) => a.name.localeCompare(b.name, 'zh-CN'),
      render: (_, row) => (
        <Link to="/inbox" search={row.rows}>
          {row.name}
        </Link>
      ),
    },
    ...shownCounts.map((key) => ({
      key,
      title: t(`office:count.${key}`),
      width: 60,
      align: 'end' as const,
      sorter: (a: Row, b: Row) => (a.counts[key] ?? 0) - (b.counts[key] ?? 0),
      render: (_: unknown, row: Row) => (
        <CountedLink row={row} counted={key} count={row.counts[key] ?? 0}>
          {row.counts[key] ?? 0}
        </CountedLink>
      ),
    })),
    ...indicatorsOf(group, data?.indicators ?? []).map(({ key, better, of }) => ({
      key,
      title: `${isIndicatorKey(key) ? t(`office:indicator.${key}`) : key} ${better === 'up' ? '↑' : '↓'}`,
      align: 'end' as const,
      sorter: (a: Row, b: Row) => (a.ratios[key]?.value ?? -1) - (b.ratios[key]?.value ?? -1),
      render: (_: unknown, row: Row) => <RatioCell row={row} name={key} of={of} said={census !== null} />,
    })),
  ];

  return (
    <PageFrame
      title={t('office:nav.measures')}
      tools={
        <>
          <Segmented
            aria-label={t('office:measures.byLabel')}
            value={by}
            onChange={setBy}
            options={dimensions.map((value) => ({ value, label: t(`office:measures.by.${value}`) }))}
          />
          <Segmented
            aria-label={t('office:measures.groupLabel')}
            value={group}
            onChange={setGroup}
            options={indicatorGroups.map((value) => ({ value, label: t(`office:measures.group.${value}`) }))}
          />
          <div className={styles.area}>
            <AreaSelect
              value={parentAreaId}
              onChange={(areaId) => {
                setParent(areaId);
                setGroupId(undefined);
              }}
              allowClear
              label={t('office:measures.within')}
            />
          </div>
          <GroupSelect
            value={areaGroupId}
            onChange={(groupId) => {
              setGroupId(groupId);
              setParent(undefined);
            }}
          />
          <PeriodFields value={period} onChange={setPeriod} />
        </>
      }
    >
      {data?.counting === true ? <p role="status">{t('office:measures.counting')}</p> : null}
      {isPeriod(period) ? null : <p role="alert">{t('office:measures.badPeriod')}</p>}
      {isPending && isPeriod(period) ? <Skeleton rows={12} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data?.rows.length === 0 ? (
        <Empty title={t('office:empty.measuresTitle')} body={t('office:empty.measuresBody')} />
      ) : null}
      {data === undefined || data.rows.length === 0 ? null : (
        <Table<Row>
          size="small"
          rowKey="id"
          columns={columns}
          dataSource={data.rows}
          loading={isFetching}
          pagination={false}
          sticky
          tableLayout="fixed"
          className={styles.table ?? ''}
        />
      )}
      {census === null || !asksPeople ? null : <PageNote>{t('office:measures.census', census)}</PageNote>}
      <PageNote>{t('office:measures.note')}</PageNote>
    </PageFrame>
  );
}

/** Source and year of the population where all rows have the same. */
function commonCensus(rows: readonly Row[]): { source: string; year: number } | null {
  const all = rows.flatMap(({ population }) => (population === null ? [] : [population]));
  const { source, year } = all[0] ?? { source: null, year: null };
  if (source === null || year === null) return null;
  return all.every((one) => one.source === source && one.year === year) ? { source, year } : null;
}

/** One area or one joint community, not both. */
function placeOf(parentAreaId: string | undefined, areaGroupId: string | undefined) {
  if (areaGroupId !== undefined) return { areaGroupId };
  return parentAreaId === undefined ? {} : { parentAreaId };
}

type CountedLinkProps = {
  readonly row: Row;
  readonly counted: CountedKey | null;
  readonly count: number;
  readonly title?: string;
  readonly children: ReactNode;
};

/** A figure that opens the cases it was counted from; what counts none opens nothing. */
function CountedLink({ row, counted, count, title, children }: CountedLinkProps) {
  if (counted === null || count === 0) return <span title={title}>{children}</span>;
  return (
    <Link to="/inbox" search={{ ...row.rows, counted }} className={styles.figure} title={title}>
      {children}
    </Link>
  );
}

type RatioCellProps = {
  readonly row: Row;
  readonly name: string;
  readonly of: CountedKey | null;
  /** Where the population comes from stands under the table. */
  readonly said: boolean;
};

function RatioCell({ row, name, of, said }: RatioCellProps) {
  const { t } = useTranslation(['office', 'common']);
  const ratio = row.ratios[name];
  if (ratio === undefined || ratio.value === null) return <span>{t('common:nothing')}</span>;
  const { numerator, denominator, value } = ratio;
  // Not a share of something: so many for each thousand people, and it opens to the hotline's orders.
  const perThousand = name === perThousandKey;
  const figure = (
    <CountedLink
      row={row}
      counted={of}
      count={perThousand ? numerator : denominator}
      title={t('office:measures.of', { numerator, denominator })}
    >
      {perThousand ? value.toFixed(2) : `${(value * 100).toFixed(1)}%`}
    </CountedLink>
  );
  if (!perThousand || row.population === null) return figure;
  const { people, source, year } = row.population;
  const words = said ? 'office:measures.peopleOnly' : 'office:measures.people';
  return (
    <>
      {figure}
      <small className={styles.people}>
        {source === null || year === null
          ? t('office:measures.peopleUnknown', { people })
          : t(words, { people, source, year })}
      </small>
    </>
  );
}
