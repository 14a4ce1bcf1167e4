import { openLive } from '@linli/client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

// Several changes often come together; one fetch answers them all.
const GATHER_MS = 1_500;

/** While the page is seen, fetches tasks again as soon as something I may see changes. */
export function useLiveTasks(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: ['cases'] });
        void queries.invalidateQueries({ queryKey: ['notices'] });
      }, GATHER_MS);
    };
    const open = () => openLive({ url: '/api/live', onChange: refresh, onReset: refresh });
    let feed = document.visibilityState === 'visible' ? open() : null;
    // A phone in the pocket holds no line open.
    const follow = () => {
      feed?.close();
      feed = document.visibilityState === 'visible' ? open() : null;
      if (feed !== null) refresh();
    };
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      clearTimeout(timer);
      feed?.close();
    };
  }, [queries]);
}
