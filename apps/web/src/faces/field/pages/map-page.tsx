import { LocateFixed } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sortTasks } from '../../../features/cases/sort-tasks.ts';
import { useOutbox } from '../../../features/outbox/outbox-context.tsx';
import { useHere } from '../../../features/places/use-here.ts';
import { Button } from '../../../ui/button.tsx';
import type { MapPoint } from '../../../ui/map/map-view-props.ts';
import { MapView } from '../../../ui/map-view.tsx';
import { useNow } from '../../../ui/use-now.ts';
import styles from '../map/map-page.module.css';
import { pointsOf } from '../map/points-of.ts';
import { useFieldMap } from '../map/use-field-map.ts';
import { TaskRow } from '../tasks/task-row.tsx';
import { useMyTasks } from '../tasks/use-my-tasks.ts';

const SLOW_MS = 120_000;

/** My tasks and what I may take, on the map; the one picked stands below. The same rows are in 待办. */
export function MapPage() {
  const { t } = useTranslation('field');
  const map = useFieldMap();
  const tasks = useMyTasks();
  const here = useHere();
  const now = useNow(SLOW_MS);
  const { items } = useOutbox();
  const [pickedId, setPickedId] = useState<string | null>(null);
  const sections = useMemo(
    () => tasks.data && sortTasks(tasks.data, { items, fetchedAt: tasks.asOf, now, here: here.point }),
    [tasks.data, tasks.asOf, items, now, here.point],
  );
  const rows = useMemo(
    () =>
      sections === undefined ? [] : [...sections.soon, ...sections.others, ...sections.suspended, ...sections.pool],
    [sections],
  );
  const points = useMemo(
    (): MapPoint[] => [
      ...pointsOf(rows),
      ...(here.point === null ? [] : [{ id: 'me', kind: 'me' as const, ...here.point }]),
    ],
    [rows, here.point],
  );
  const placed = rows.filter((row) => row.task.place.lng !== null);
  const picked = rows.find((row) => row.task.id === pickedId);
  return (
    <>
      <h1 className="visually-hidden">{t('nav.map')}</h1>
      <div className={styles.map}>
        <MapView
          label={t('map.label')}
          {...map.layers}
          points={points}
          fit={placed.length > 0 ? 'points' : 'areas'}
          onPick={(at) => setPickedId(at.kind === 'point' ? (at.id ?? null) : null)}
        />
      </div>
      <div className={styles.below}>
        {picked === undefined ? null : <TaskRow row={picked} />}
        <div className={styles.foot}>
          <p className={styles.note}>
            {t('map.list', { count: placed.length })}
            {placed.length < rows.length ? ` · ${t('map.noPlace', { count: rows.length - placed.length })}` : ''}
          </p>
          <Button
            kind="quiet"
            icon={<LocateFixed aria-hidden="true" />}
            aria-label={t('map.findMe')}
            busy={here.state === 'finding'}
            onClick={here.find}
          />
        </div>
      </div>
    </>
  );
}
