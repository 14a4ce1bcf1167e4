import type { TaskRow } from '../../../features/cases/sort-tasks.ts';
import type { MapPoint } from '../../../ui/map/map-view-props.ts';

/** The rows that have a place, as points: what nobody has yet is new, what is late stands out. */
export function pointsOf(rows: readonly TaskRow[]): MapPoint[] {
  return rows.flatMap(({ task }): MapPoint[] => {
    const { lng, lat } = task.place;
    if (lng === null || lat === null) return [];
    return [{ id: task.id, lng, lat, label: task.title, kind: kindOf(task) }];
  });
}

function kindOf(task: TaskRow['task']): MapPoint['kind'] {
  if (task.due?.overdue) return 'overdue';
  return task.holder?.kind === 'pool' ? 'new' : 'open';
}
