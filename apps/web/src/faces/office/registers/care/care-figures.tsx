import type { getCareFigures, OutputOf } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Table, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useReadText } from '../../../../features/use-read-text.ts';
import { CountBar } from '../../procedures/count-bar.tsx';
import styles from '../registers.module.css';
import type { CareSearch } from './care-search.ts';
import { useCareWords } from './use-care-words.ts';

type Figures = OutputOf<typeof getCareFigures>;
export type CareClass = Figures['classes'][number];
type Row = { key: string; area: { id: string; name: string } | null; counts: Figures['total'] };

export type CareFiguresProps = {
  readonly figures: Figures;
  readonly search: CareSearch;
  readonly chosen: CareClass;
  readonly onSearch: (next: CareSearch) => void;
};

/** One class at a time: its grades across, the areas down; each figure opens to its people below. */
export function CareFigures({ figures, search, chosen, onSearch }: CareFiguresProps) {
  const { t } = useTranslation('registers');
  const read = useReadText();
  const words = useCareWords();
  const count = (counts: Figures['total'], classCode: string, gradeCode?: string) =>
    counts.reduce(
      (sum, one) =>
        sum + (one.classCode === classCode && (gradeCode === undefined || one.gradeCode === gradeCode) ? one.count : 0),
      0,
    );
  const rows: Row[] = [
    { key: 'total', area: null, counts: figures.total },
    ...figures.areas.map(({ area, counts }) => ({ key: area.id, area, counts })),
  ];
  const most = Math.max(1, ...figures.areas.map(({ counts }) => count(counts, chosen.code)));
  const linkTo = (row: Row, gradeCode?: string): CareSearch => ({
    ...(row.area === null ? areaOf(search) : { areaId: row.area.id }),
    code: chosen.code,
    ...(gradeCode === undefined ? {} : { grade: gradeCode }),
  });
  return (
    <section>
      <Tabs
        activeKey={chosen.code}
        onChange={(code) => onSearch({ ...areaOf(search), code })}
        items={figures.classes.map((one) => ({
          key: one.code,
          label: t('care.classTab', { name: read(one.name), count: count(figures.total, one.code) }),
        }))}
      />
      <p className={styles.soft}>{t('care.lookedAfter', { sides: words.sides(chosen.code) })}</p>
      <Table<Row>
        size="small"
        rowKey="key"
        pagination={false}
        dataSource={rows}
        columns={[
          { key: 'area', title: t('column.area'), render: (_, row) => row.area?.name ?? t('care.all') },
          {
            key: 'total',
            title: t('care.people'),
            align: 'end',
            render: (_, row) => <Figure count={count(row.counts, chosen.code)} search={linkTo(row)} />,
          },
          {
            key: 'bar',
            title: <span className="visually-hidden">{t('care.share')}</span>,
            width: 160,
            render: (_, row) =>
              row.area === null ? null : <CountBar count={count(row.counts, chosen.code)} most={most} />,
          },
          ...chosen.grades.map((grade) => ({
            key: grade.code,
            title: (
              <>
                {read(grade.name)}
                {grade.visitEveryDays === null ? null : (
                  <div className={styles.soft}>{t('care.every', { count: grade.visitEveryDays })}</div>
                )}
              </>
            ),
            align: 'end' as const,
            render: (_: unknown, row: Row) => (
              <Figure count={count(row.counts, chosen.code, grade.code)} search={linkTo(row, grade.code)} />
            ),
          })),
        ]}
      />
    </section>
  );
}

function areaOf({ areaId }: CareSearch): CareSearch {
  return areaId === undefined ? {} : { areaId };
}

/** A figure that opens its people; of none there is nothing to open. */
function Figure({ count, search }: { readonly count: number; readonly search: CareSearch }) {
  if (count === 0) return <span>0</span>;
  return (
    <Link to="/care" search={search} className={styles.figure}>
      {count}
    </Link>
  );
}
