import { type LiveState, openLive } from '@linli/client';
import type { LiveEvent } from '@linli/contract';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react';

type Listener = (event: LiveEvent) => void;
type Feed = { readonly state: LiveState; readonly listen: (listener: Listener) => () => void };

const FeedContext = createContext<Feed | null>(null);

/** One feed for the whole page; everything below listens to it. When it had to start anew, all is asked again. */
export function LiveFeedProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const listeners = useRef(new Set<Listener>());
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    const feed = openLive({
      url: '/api/live',
      onChange: (event) => {
        for (const listener of listeners.current) listener(event);
      },
      onReset: () => void queries.invalidateQueries(),
      onState: setState,
    });
    return () => feed.close();
  }, [queries]);
  const feed = useMemo<Feed>(
    () => ({
      state,
      listen(listener) {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [state],
  );
  return <FeedContext value={feed}>{children}</FeedContext>;
}

/** Whether changes arrive by themselves just now. */
export function useLiveState(): LiveState {
  return use(FeedContext)?.state ?? 'closed';
}

/** Hears every change the reader may see, while the component is on the page. */
export function useLiveEvents(onEvent: Listener): void {
  const listen = use(FeedContext)?.listen;
  const latest = useRef(onEvent);
  useEffect(() => {
    latest.current = onEvent;
  });
  useEffect(() => listen?.((event) => latest.current(event)), [listen]);
}
