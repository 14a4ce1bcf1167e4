import type { listHotSpots, OutputOf } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { timeWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { StateTag } from '../case/state-tag.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './hot-spots-page.module.css';

type Spot = OutputOf<typeof listHotSpots>['spots'][number];

/** The spots, busiest first; each opens to its newest cases. */
export function SpotTable({ spots }: { readonly spots: readonly Spot[] }) {
  const { t } = useTranslation('hotspots');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const columns: TableColumnsType<Spot> = [
    { key: 'area', title: t('area'), render: (_, spot) => spot.areaName },
    { key: 'count', title: t('count'), width: 90, align: 'end', render: (_, spot) => spot.count },
    { key: 'days', title: t('onDays'), width: 90, align: 'end', render: (_, spot) => spot.days },
    { key: 'open', title: t('open'), width: 90, align: 'end', render: (_, spot) => spot.open },
    { key: 'first', title: t('first'), width: 150, render: (_, spot) => timeWords(spot.first, now, ui) },
    { key: 'latest', title: t('latest'), width: 150, render: (_, spot) => timeWords(spot.latest, now, ui) },
  ];
  return (
    <Table<Spot>
      size="small"
      rowKey={(spot) => `${spot.lng}/${spot.lat}`}
      columns={columns}
      dataSource={[...spots]}
      pagination={false}
      expandable={{ expandedRowRender: (spot) => <SpotCases spot={spot} /> }}
    />
  );
}

function SpotCases({ spot }: { readonly spot: Spot }) {
  const { t } = useTranslation('hotspots');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const local = useLocalText();
  return (
    <ul className={styles.cases}>
      {spot.cases.map((one) => (
        <li key={one.id}>
          <Link to="/cases/$caseId" params={{ caseId: one.id }}>
            {one.number}
          </Link>
          <span>{local(one.typeName)}</span>
          <span>{one.title}</span>
          <StateTag state={one.state} />
          <span>{timeWords(one.reportedAt, now, ui)}</span>
          {one.late ? <span className={styles.late}>{t('late')}</span> : null}
        </li>
      ))}
    </ul>
  );
}
