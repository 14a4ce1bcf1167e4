import type { getProcedureFigures, OutputOf } from '@linli/contract';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../ui/state-views.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import { CountBar } from './count-bar.tsx';
import { RowsLink } from './rows-link.tsx';
import { shareWords } from './share-words.ts';

type Outcome = OutputOf<typeof getProcedureFigures>['outcomes'][number];

/** How the cases of the period came out, each way with its share. */
export function OutcomeTable({ outcomes }: { readonly outcomes: readonly Outcome[] }) {
  const { t } = useTranslation(['procedures', 'common']);
  const local = useLocalText();
  const most = Math.max(0, ...outcomes.map(({ count }) => count));
  const columns: TableColumnsType<Outcome> = [
    { key: 'outcome', title: t('procedures:outcome'), width: 220, render: (_, row) => local(row.label) },
    { key: 'bar', title: '', render: (_, row) => <CountBar count={row.count} most={most} /> },
    {
      key: 'count',
      title: t('procedures:ended'),
      width: 90,
      align: 'end',
      render: (_, row) => <RowsLink rows={row.rows} count={row.count} />,
    },
    {
      key: 'share',
      title: t('procedures:share'),
      width: 120,
      align: 'end',
      render: (_, row) => shareWords(row.share) ?? t('common:nothing'),
    },
    {
      key: 'days',
      title: t('procedures:medianDays'),
      width: 160,
      align: 'end',
      render: (_, row) => row.medianDays?.toFixed(1) ?? t('common:nothing'),
    },
  ];
  return (
    <section aria-label={t('procedures:outcomesTitle')}>
      <h2>{t('procedures:outcomesTitle')}</h2>
      {outcomes.length === 0 ? (
        <Empty title={t('procedures:noneEndedTitle')} body={t('procedures:noneEndedBody')} />
      ) : (
        <Table<Outcome> size="small" rowKey="key" columns={columns} dataSource={[...outcomes]} pagination={false} />
      )}
    </section>
  );
}
