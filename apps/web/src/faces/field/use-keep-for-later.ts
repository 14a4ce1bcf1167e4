import { fileUrl } from '@linli/client';
import { useEffect } from 'react';
import { useUnits } from './actions/use-units.ts';
import { useReportTypes } from './add/use-report-types.ts';
import { useFieldMap } from './map/use-field-map.ts';
import { useMyTasks } from './tasks/use-my-tasks.ts';

// Small photos only, of what is due first: a few hundred kB.
const PHOTOS = 60;

/** Fetches what one will want in a basement: kinds to report, units to return to, the map, small photos of my tasks. */
export function useKeepForLater(): void {
  useReportTypes();
  useUnits(true);
  useFieldMap();
  const { data } = useMyTasks();
  const hashes = (data?.mine ?? []).flatMap((task) => task.photos.map((photo) => photo.hash)).slice(0, PHOTOS);
  const list = hashes.join(' ');
  useEffect(() => {
    // The service worker keeps each once; without one this is only a warm cache.
    for (const hash of list.split(' ')) if (hash !== '') new Image().src = fileUrl(hash, 'thumb');
  }, [list]);
}
