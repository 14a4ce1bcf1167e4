import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapPoint } from '../../../../ui/map/map-view-props.ts';
import { MapView } from '../../../../ui/map-view.tsx';
import { useStreetMap } from '../../places/use-street-map.ts';
import styles from '../registers.module.css';
import type { SubjectRow } from './use-subject-pages.ts';

/** Where shops and things stand; the list beside it has the same rows. What is broken or gone has its own shape. */
export function SubjectMap({
  rows,
  areaId,
}: {
  readonly rows: readonly SubjectRow[];
  readonly areaId: string | undefined;
}) {
  const { t } = useTranslation('registers');
  const navigate = useNavigate();
  const street = useStreetMap(4);
  const points = useMemo(() => rows.flatMap(pointOf), [rows]);
  return (
    <div className={styles.map}>
      <MapView
        label={t('map.label')}
        areas={street.areas}
        scenery={street.scenery}
        areaNames={false}
        selectedAreaId={areaId}
        points={points}
        fit={points.length === 0 ? 'areas' : 'points'}
        onPick={(picked) => {
          if (picked.kind !== 'point' || picked.id === undefined) return;
          void navigate({ to: '/registers/$subjectId', params: { subjectId: picked.id } });
        }}
      />
    </div>
  );
}

function pointOf(row: SubjectRow): MapPoint[] {
  if (row.lng === null || row.lat === null) return [];
  const isBad = row.fields.condition === 'broken' || row.fields.condition === 'gone';
  return [{ id: row.id, lng: row.lng, lat: row.lat, kind: isBad ? 'overdue' : 'asset', label: row.name }];
}
