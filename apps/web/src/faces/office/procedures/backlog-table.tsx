import { backlogDays, type getProcedureFigures, type OutputOf } from '@linli/contract';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { RowsLink } from './rows-link.tsx';

type Line = OutputOf<typeof getProcedureFigures>['backlog'][number];

/** What has lain longer than 30, 60, 90 days, by who leads. Nothing is shown where nothing lies. */
export function BacklogTable({ backlog }: { readonly backlog: readonly Line[] }) {
  const { t } = useTranslation(['procedures', 'common']);
  const columns: TableColumnsType<Line> = [
    { key: 'name', title: t('leads'), render: (_, line) => line.name },
    ...(backlog.some(({ officials }) => officials.length > 0)
      ? [
          {
            key: 'officials',
            title: t('officials'),
            render: (_: unknown, line: Line) => line.officials.join(t('common:listJoin')),
          },
        ]
      : []),
    ...backlogDays.map((days, i) => ({
      key: String(days),
      title: t('pastDays', { count: days }),
      width: 150,
      align: 'end' as const,
      render: (_: unknown, line: Line) => {
        const past = line.past[i];
        return past === undefined ? null : <RowsLink {...past} />;
      },
    })),
  ];
  return (
    <section aria-label={t('backlogTitle')}>
      <h2>{t('backlogTitle')}</h2>
      {backlog.length === 0 ? (
        <p>{t('noBacklog')}</p>
      ) : (
        <Table<Line>
          size="small"
          rowKey={(line) => line.unitId ?? line.name}
          columns={columns}
          dataSource={[...backlog]}
          pagination={false}
        />
      )}
    </section>
  );
}
