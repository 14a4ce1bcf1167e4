import { Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListReveals } from '../../../features/registers/list-reveals.ts';
import { lookerWords } from '../../../features/registers/looker-words.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { Empty, Refused, Skeleton } from '../../../ui/state-views.tsx';
import { PageKeys } from '../registers/page-keys.tsx';
import { PageFrame } from '../shell/page-frame.tsx';
import { useMay } from '../shell/use-session.ts';
import { AreaSelect } from '../words/area-select.tsx';
import { DayInput } from '../words/day-input.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { siteClockOf, siteToday } from '../words/site-time.ts';
import styles from './privacy.module.css';
import { RevealDays } from './reveal-days.tsx';

type Filter = { areaId?: string; postId?: string; from: string; until: string };

const usualDays = 30;

/** Who looked at which sealed field of whom, when and why: for the privacy desk and a committee's secretary. */
export function RevealsPage() {
  return useMay('reveals:read') ? <Reveals /> : <Refused />;
}

function Reveals() {
  const { t } = useTranslation('privacy');
  const read = useReadText();
  const [filter, setFilter] = useState<Filter>(() => {
    const now = new Date();
    return { from: siteToday(now, 1 - usualDays), until: siteToday(now) };
  });
  const [keys, setKeys] = useState<readonly string[]>([]);
  const after = keys.at(-1);
  const first = useListReveals(filter, { keepPrevious: true });
  const { data, error, isPending, refetch } = useListReveals(
    { ...filter, ...(after === undefined ? {} : { after }) },
    { keepPrevious: true },
  );
  const change = (next: Filter) => {
    setFilter(next);
    setKeys([]);
  };
  const { areaId, postId, ...span } = filter;
  const posts = (first.data?.posts ?? []).map(({ id, by }) => ({ value: id, label: by }));
  return (
    <PageFrame title={t('reveals.title')} explains={t('reveals.explains')}>
      <div className={styles.filters}>
        <div className={styles.area}>
          <AreaSelect
            allowClear
            value={areaId}
            onChange={(next) =>
              change({
                ...span,
                ...(postId === undefined ? {} : { postId }),
                ...(next === undefined ? {} : { areaId: next }),
              })
            }
          />
        </div>
        <Select
          aria-label={t('reveals.post')}
          placeholder={t('reveals.allPosts')}
          allowClear
          className={styles.post ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          {...(postId === undefined ? {} : { value: postId })}
          options={posts}
          onChange={(next: string | undefined) =>
            change({
              ...span,
              ...(areaId === undefined ? {} : { areaId }),
              ...(next === undefined ? {} : { postId: next }),
            })
          }
        />
        <DayInput
          label={t('reveals.from')}
          clearable={false}
          value={filter.from}
          max={filter.until}
          onChange={(from) => change({ ...filter, from })}
        />
        <span aria-hidden="true">–</span>
        <DayInput
          label={t('reveals.until')}
          clearable={false}
          value={filter.until}
          min={filter.from}
          onChange={(until) => change({ ...filter, until })}
        />
      </div>
      {isPending ? <Skeleton rows={8} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data?.reveals.length === 0 ? <Empty title={t('reveals.none')} body={t('reveals.noneBody')} /> : null}
      {first.data === undefined || first.data.days.length === 0 ? null : <RevealDays days={first.data.days} />}
      {data === undefined || data.reveals.length === 0 ? null : (
        <section aria-label={t('reveals.list')}>
          <h2 className={styles.heading}>{t('reveals.list')}</h2>
          <Table
            size="small"
            rowKey="id"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={data.reveals}
            columns={[
              { key: 'at', title: t('reveals.at'), render: (_, row) => siteClockOf(row.at).replace('T', ' ') },
              {
                key: 'by',
                title: t('reveals.who'),
                render: (_, row) => lookerWords(row),
              },
              {
                key: 'field',
                title: t('reveals.what'),
                render: (_, row) => (row.label === null ? row.field : read(row.label)),
              },
              { key: 'name', title: t('reveals.whom'), render: (_, row) => `${row.name} · ${row.areaName}` },
              { key: 'reason', title: t('reveals.reason'), dataIndex: 'reason' },
            ]}
          />
        </section>
      )}
      <PageKeys keys={keys} next={data?.next ?? null} onKeys={setKeys} />
    </PageFrame>
  );
}
