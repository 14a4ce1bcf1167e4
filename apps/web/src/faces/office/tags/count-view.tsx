import type { countByTags, OutputOf } from '@linli/contract';
import { Button, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { boundsOfAreas } from '../../../ui/map/map-data.ts';
import { MapView } from '../../../ui/map-view.tsx';
import { useStreetMap } from '../places/use-street-map.ts';
import styles from './tags-page.module.css';

type Counts = OutputOf<typeof countByTags>;
type Row = Counts['areas'][number];

/** A count in words: small ones are told as such, never guessed. */
export function useCountWords(): (count: Row['count']) => string {
  const { t } = useTranslation('tags');
  return (count) => (typeof count === 'number' ? count.toLocaleString() : t(`hidden.${count}`));
}

/** The areas with their counts, most first; a row opens to the people where the reader may see them. */
export function CountTable({ counts, onOpen }: { readonly counts: Counts; readonly onOpen: (areaId: string) => void }) {
  const { t } = useTranslation('tags');
  const words = useCountWords();
  const columns: TableColumnsType<Row> = [
    { key: 'name', title: t('area'), render: (_, row) => row.name },
    { key: 'count', title: t('count'), width: 140, align: 'end', render: (_, row) => words(row.count) },
    {
      key: 'open',
      title: t('tabs.list'),
      width: 120,
      render: (_, row) =>
        row.opens && row.count !== 0 ? (
          <Button
            type="link"
            size="small"
            aria-label={t('openOf', { name: row.name })}
            onClick={() => onOpen(row.areaId)}
          >
            {t('open')}
          </Button>
        ) : null,
    },
  ];
  const order = (row: Row) => (typeof row.count === 'number' ? row.count : 4);
  return (
    <Table<Row>
      size="small"
      rowKey={(row) => `${row.areaId}/${row.level}`}
      columns={columns}
      dataSource={counts.areas.filter((row) => row.count !== 0).toSorted((a, b) => order(b) - order(a))}
      pagination={{ pageSize: 40, hideOnSinglePage: true, showSizeChanger: false }}
    />
  );
}

/** The same counts on the map: the more, the stronger. Hidden ones stay paper. */
export function CountMap(props: {
  readonly counts: Counts;
  readonly level: number;
  readonly onOpen: (areaId: string) => void;
}) {
  const { counts, level, onOpen } = props;
  const { t } = useTranslation('tags');
  const street = useStreetMap(level);
  const shown = counts.areas.flatMap((row) =>
    typeof row.count === 'number' && row.count > 0 ? [[row.areaId, row.count] as const] : [],
  );
  const openable = new Set(counts.areas.flatMap((row) => (row.opens ? [row.areaId] : [])));
  return (
    <div className={styles.map}>
      <MapView
        label={t('map')}
        loading={street.isPending}
        areas={street.areas}
        scenery={street.scenery}
        areaNames={level < 4}
        choropleth={{
          values: Object.fromEntries(shown),
          low: 0,
          high: Math.max(1, ...shown.map(([, count]) => count)),
          tone: 'action',
        }}
        fit={boundsOfAreas(street.areas, new Set(counts.areas.map(({ areaId }) => areaId))) ?? 'areas'}
        onPick={({ kind, id }) => {
          if (kind === 'area' && id !== undefined && openable.has(id)) onOpen(id);
        }}
      />
    </div>
  );
}
