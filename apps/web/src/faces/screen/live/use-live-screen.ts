import { type LiveState, openLive } from '@linli/client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useGetScreen } from '../../../features/measures/get-screen.ts';
import { type Arrival, readArrival } from './arrival.ts';
import { createRefetchPace } from './refetch-pace.ts';

const SHOWN_MS = 10_000;
/** In a storm the newest few are enough to see where it is. */
const MOST_SHOWN = 6;

export type LiveScreen = {
  readonly state: LiveState;
  /** Cases that came in during the last seconds, oldest first. */
  readonly arrivals: readonly Arrival[];
};

/**
 * Follows the feed from the position of the first snapshot: a new case is shown at once, the figures are asked for again
 * at most once a second. `cursor` undefined = not yet.
 */
export function useLiveScreen(cursor: string | undefined): LiveScreen {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  const [arrivals, setArrivals] = useState<readonly Arrival[]>([]);
  // The feed goes on by itself; later snapshots must not open it anew.
  const [start, setStart] = useState(cursor);
  if (start === undefined && cursor !== undefined) setStart(cursor);

  useEffect(() => {
    if (start === undefined) return;
    const leaving = new Set<ReturnType<typeof setTimeout>>();
    const pace = createRefetchPace(() => void queries.invalidateQueries({ queryKey: useGetScreen.key() }));
    const feed = openLive({
      url: '/api/live',
      cursor: start,
      onState: setState,
      onReset: () => pace.nudge(),
      onChange: (event) => {
        if (event.noun !== 'case') return;
        pace.nudge();
        const arrival = readArrival(event);
        if (arrival === null) return;
        setArrivals((before) => [...before, arrival].slice(-MOST_SHOWN));
        const timer = setTimeout(() => {
          leaving.delete(timer);
          setArrivals((before) => before.filter((each) => each !== arrival));
        }, SHOWN_MS);
        leaving.add(timer);
      },
    });
    return () => {
      feed.close();
      pace.stop();
      for (const timer of leaving) clearTimeout(timer);
      setArrivals([]);
    };
  }, [queries, start]);

  return { state, arrivals };
}
