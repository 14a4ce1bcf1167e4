import type { getElderly, OutputOf } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { siteToday } from '../../words/site-time.ts';
import styles from './elderly.module.css';
import { figureNames, rowsOfFigure } from './elderly-figures.ts';

type Row = OutputOf<typeof getElderly>['areas'][number];

/** The same figures for each area right below; an area opens to its own page, a figure to its people. */
export function ElderlyAreas({ areas }: { readonly areas: readonly Row[] }) {
  const { t } = useTranslation('registers');
  const today = siteToday(new Date());
  if (areas.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{t('elderly.areas')}</h2>
      <Table<Row>
        size="small"
        rowKey={(row) => row.area.id}
        pagination={false}
        dataSource={[...areas]}
        columns={[
          {
            key: 'area',
            title: t('column.area'),
            render: (_, row) => (
              <Link to="/elderly" search={{ areaId: row.area.id }}>
                {row.area.name}
              </Link>
            ),
          },
          { key: 'people', title: t('elderly.people'), align: 'end', render: (_, row) => row.figures.people },
          ...figureNames.map((name) => ({
            key: name,
            title: t(`elderly.figure.${name}`),
            align: 'end' as const,
            sorter: (a: Row, b: Row) => a.figures[name] - b.figures[name],
            render: (_: unknown, row: Row) =>
              row.figures[name] === 0 ? (
                0
              ) : (
                <Link
                  to="/registers"
                  search={rowsOfFigure(name, { areaId: row.area.id, today })}
                  className={styles.figure}
                >
                  {row.figures[name]}
                </Link>
              ),
          })),
        ]}
      />
    </section>
  );
}
