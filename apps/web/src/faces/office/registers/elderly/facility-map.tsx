import type { getElderly, OutputOf } from '@linli/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { Table } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { MapView } from '../../../../ui/map-view.tsx';
import { useStreetMap } from '../../places/use-street-map.ts';
import styles from './elderly.module.css';

type Elderly = OutputOf<typeof getElderly>;
type Facility = Elderly['facilities'][number];
export type FacilityMapProps = { readonly facilities: readonly Facility[]; readonly areas: Elderly['areas'] };

/** What there is for older people, as a map over how many live where, and as a table. */
export function FacilityMap({ facilities, areas }: FacilityMapProps) {
  const { t } = useTranslation(['registers', 'common']);
  const words = useFieldWords();
  const navigate = useNavigate();
  const street = useStreetMap(areas[0]?.area.level ?? 4);
  const points = useMemo(
    () =>
      facilities.flatMap(({ id, name, lng, lat }) =>
        lng === null || lat === null ? [] : [{ id, lng, lat, kind: 'done' as const, label: name }],
      ),
    [facilities],
  );
  const choropleth = useMemo(() => {
    const values = Object.fromEntries(areas.map(({ area, figures }) => [area.id, figures.over60]));
    return { values, low: 0, high: Math.max(1, ...Object.values(values)), tone: 'action' as const };
  }, [areas]);
  const own = useMemo(() => {
    if (street.areas === undefined || areas.length === 0) return street.areas;
    const ids = new Set(areas.map(({ area }) => area.id));
    return { ...street.areas, features: street.areas.features.filter(({ properties }) => ids.has(properties.id)) };
  }, [street.areas, areas]);
  return (
    <section className={styles.section}>
      <h2>{t('registers:elderly.facilities')}</h2>
      <p className={styles.soft}>{t('registers:elderly.mapNote')}</p>
      <div className={styles.halves}>
        <div className={styles.map}>
          <MapView
            label={t('registers:elderly.map')}
            areas={own}
            scenery={street.scenery}
            choropleth={choropleth}
            points={points}
            fit="areas"
            onPick={(picked) => {
              if (picked.kind === 'point' && picked.id !== undefined)
                void navigate({ to: '/registers/$subjectId', params: { subjectId: picked.id } });
            }}
          />
        </div>
        {facilities.length === 0 ? (
          <p className={styles.soft}>{t('registers:elderly.noFacilities')}</p>
        ) : (
          <Table<Facility>
            size="small"
            rowKey="id"
            pagination={false}
            scroll={{ y: 380 }}
            dataSource={[...facilities]}
            columns={[
              {
                key: 'name',
                title: t('registers:column.name'),
                render: (_, row) => (
                  <Link to="/registers/$subjectId" params={{ subjectId: row.id }}>
                    {row.name}
                  </Link>
                ),
              },
              { key: 'kind', title: t('registers:column.sort'), render: (_, row) => words.kind(row.kind) },
              {
                key: 'beds',
                title: words.label('asset', 'beds'),
                align: 'end',
                render: (_, row) => row.fields.beds ?? t('common:nothing'),
              },
              { key: 'area', title: t('registers:column.area'), render: (_, row) => row.areas.at(-1)?.name },
            ]}
          />
        )}
      </div>
    </section>
  );
}
