import { openLive } from '@linli/client';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useOutbox } from '../../../features/outbox/outbox-context.tsx';
import { useOnline } from '../../../ui/use-online.ts';

// Several changes often come together; one fetch answers them all.
const GATHER_MS = 1_500;

export type Line = 'open' | 'lost';

const LineContext = createContext<Line>('open');

/** Whether the server can be reached. The browser only knows of its own radio; the feed knows better. */
export function useLine(): Line {
  return useContext(LineContext);
}

/**
 * While the page is seen, follows the live feed: fetches tasks again as soon as something I may see changes, and sends
 * what waits as soon as the line is back.
 */
export function LineProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const queries = useQueryClient();
  const { outbox } = useOutbox();
  const isOnline = useOnline();
  const [feedLine, setFeedLine] = useState<Line>('open');

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasLost = false;
    const refresh = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        for (const key of ['access', 'cases', 'notices']) void queries.invalidateQueries({ queryKey: [key] });
      }, GATHER_MS);
    };
    const onState = (state: string) => {
      if (state === 'waiting') {
        wasLost = true;
        setFeedLine('lost');
      }
      if (state !== 'open') return;
      setFeedLine('open');
      if (!wasLost) return;
      wasLost = false;
      refresh();
      void outbox.wake().catch(() => undefined); // it tries again by itself
    };
    const open = () => openLive({ url: '/api/live', onChange: refresh, onReset: refresh, onState });
    let feed = document.visibilityState === 'visible' ? open() : null;
    // A phone in the pocket holds no line open.
    const follow = () => {
      feed?.close();
      feed = document.visibilityState === 'visible' ? open() : null;
      if (feed !== null) refresh();
    };
    // The radio is back: no need to wait for the feed's own next try.
    addEventListener('online', follow);
    document.addEventListener('visibilitychange', follow);
    return () => {
      removeEventListener('online', follow);
      document.removeEventListener('visibilitychange', follow);
      clearTimeout(timer);
      feed?.close();
    };
  }, [queries, outbox]);

  return <LineContext value={isOnline ? feedLine : 'lost'}>{children}</LineContext>;
}
