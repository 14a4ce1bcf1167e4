import type { CallOutput } from '@linli/client';
import type { getSortingReport } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { App, Button, InputNumber, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGetSortingReport } from '../../../features/sorting/get-sorting-report.ts';
import { useSaveSortingSettings } from '../../../features/sorting/save-sorting-settings.ts';
import { Refused, Skeleton } from '../../../ui/state-views.tsx';
import { readRefusal } from '../actions/read-refusal.ts';
import { openNouns } from '../shell/nouns.ts';
import { useSession } from '../shell/use-session.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import { siteClockOf } from '../words/site-time.ts';
import { useLocalText } from '../words/use-local-text.ts';
import { percentOf } from './percent-of.ts';
import styles from './sorting.module.css';

type Report = CallOutput<typeof getSortingReport>;
type Ratio = Report['classes'][number]['precision'];

/** How well kinds are suggested, kind by kind, and from which confidence on; open to everyone who reads measures. */
export function SortingPage() {
  const { t } = useTranslation('sorting');
  const { permissions } = useSession();
  const may = openNouns(permissions).includes('sorting');
  const { data, error, isPending, refetch } = useGetSortingReport({}, { enabled: may });
  if (!may) return <Refused />;
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <h1>{t('report.title')}</h1>
        {data?.mayChange ? <FloorForm key={data.floor} floor={data.floor} /> : null}
      </header>
      <p className={styles.note}>{t('report.explains')}</p>
      {isPending ? <Skeleton rows={8} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : <ReportTable report={data} />}
    </div>
  );
}

function FloorForm({ floor }: { readonly floor: number }) {
  const { t } = useTranslation(['sorting', 'office']);
  const { message } = App.useApp();
  const { mutateAsync, isPending } = useSaveSortingSettings();
  const [percent, setPercent] = useState(Math.round(floor * 100));
  async function save(): Promise<void> {
    try {
      await mutateAsync({ floor: percent / 100 });
      message.success(t('sorting:report.floorSaved', { percent }));
    } catch (error) {
      message.error(readRefusal(error, t('office:refusal.unknown')).message);
    }
  }
  return (
    <span className={styles.row}>
      <label htmlFor="sorting-floor">{t('sorting:report.floor')}</label>
      <InputNumber
        id="sorting-floor"
        value={percent}
        min={5}
        max={95}
        step={5}
        suffix="%"
        onChange={(value) => setPercent(Math.round((value ?? percent) / 5) * 5)}
      />
      <Button type="primary" loading={isPending} onClick={() => void save()}>
        {t('sorting:report.save')}
      </Button>
    </span>
  );
}

function ReportTable({ report }: { readonly report: Report }) {
  const { t } = useTranslation('sorting');
  const local = useLocalText();
  const shown = (ratio: Ratio) => {
    const percent = percentOf(ratio);
    const share = percent === null ? '—' : t('report.percent', { percent });
    return `${share} (${ratio.numerator}/${ratio.denominator})`;
  };
  if (report.cold || report.trainedAt === null) return <p>{t('report.cold')}</p>;
  return (
    <>
      <p>
        {t('report.trained', {
          at: siteClockOf(report.trainedAt).replace('T', ' '),
          count: report.cases,
          percent: Math.round((report.accuracy ?? 0) * 100),
        })}
      </p>
      <Table<Report['classes'][number]>
        size="small"
        rowKey="typeCode"
        pagination={false}
        dataSource={report.classes}
        columns={[
          {
            key: 'kind',
            title: t('report.kind'),
            render: (_, row) => (
              <Link to="/inbox" search={{ typeCodes: [row.typeCode] }}>
                {local(row.typeName)}
              </Link>
            ),
          },
          { key: 'learnedFrom', title: t('report.learnedFrom'), align: 'right', dataIndex: 'learnedFrom' },
          { key: 'precision', title: t('report.precision'), align: 'right', render: (_, row) => shown(row.precision) },
          { key: 'coverage', title: t('report.coverage'), align: 'right', render: (_, row) => shown(row.coverage) },
        ]}
      />
    </>
  );
}
