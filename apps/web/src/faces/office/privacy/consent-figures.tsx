import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useGetConsentFigures } from '../../../features/privacy/get-consent-figures.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { QueryProblem } from '../words/query-problem.tsx';

/** How many agreed to what, by which way; no names. */
export function ConsentFigures() {
  const { t } = useTranslation('privacy');
  const read = useReadText();
  const { data, error, refetch } = useGetConsentFigures({});
  if (data === undefined)
    return error === null ? <Skeleton rows={3} /> : <QueryProblem error={error} onRetry={() => void refetch()} />;
  return (
    <Table
      size="small"
      rowKey="purpose"
      scroll={{ x: 'max-content' }}
      pagination={false}
      dataSource={data.purposes}
      columns={[
        { key: 'name', title: t('desk.purpose'), render: (_, row) => read(row.name) },
        { key: 'inForce', title: t('desk.inForce'), dataIndex: 'inForce', align: 'right' },
        { key: 'withdrawn', title: t('desk.withdrawn'), dataIndex: 'withdrawn', align: 'right' },
        {
          key: 'channels',
          title: t('desk.consents'),
          render: (_, row) => t('desk.channels', { app: row.app, paper: row.paper, verbal: row.verbal }),
        },
      ]}
    />
  );
}
