import {
  ApiError,
  type Client,
  createOutbox,
  createTabLock,
  type Outbox,
  type OutboxItem,
  type OutboxStore,
} from '@linli/client';
import { getSession } from '@linli/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useClient } from '../client-context.tsx';
import { useDevice } from '../device/device-context.tsx';
import { createDexieStore } from './create-dexie-store.ts';

interface OutboxAtHand {
  readonly outbox: Outbox;
  readonly store: OutboxStore;
  readonly items: readonly OutboxItem[];
}

const OutboxContext = createContext<OutboxAtHand | null>(null);

/** Runs the outbox of the signed-in account while it is on the page; what ends makes the page's cases and homes out of date. */
export function OutboxProvider(props: { readonly account: string; readonly children: ReactNode }): ReactNode {
  const { account, children } = props;
  const client = useClient();
  const database = useDevice();
  const queries = useQueryClient();
  const store = useMemo(() => createDexieStore(database, account), [database, account]);
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  const items = useLiveQuery(() => store.list(), [store]);

  useEffect(() => {
    const opened = createOutbox({
      store,
      send: (operation, input) => sendAs(client, account, operation, input),
      upload: (blob) => client.uploadFile(blob),
      now: Date.now,
      random: Math.random,
      lock: createTabLock(`linli-outbox-${account}`),
      onEnd: () => {
        for (const module of ['cases', 'registers']) void queries.invalidateQueries({ queryKey: [module] });
      },
    });
    const wake = () => void opened.wake().catch(() => undefined); // it tries again by itself
    const wakeWhenSeen = () => document.visibilityState === 'visible' && wake();
    addEventListener('online', wake);
    document.addEventListener('visibilitychange', wakeWhenSeen);
    setOutbox(opened);
    wake();
    return () => {
      removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wakeWhenSeen);
      opened.close();
    };
  }, [client, account, store, queries]);

  const atHand = useMemo(
    () => (outbox === null ? null : { outbox, store, items: items ?? [] }),
    [outbox, store, items],
  );
  if (atHand === null) return null;
  return <OutboxContext value={atHand}>{children}</OutboxContext>;
}

/** The outbox of the signed-in account, its store, and its items in order. Throws outside an `OutboxProvider`. */
export function useOutbox(): OutboxAtHand {
  const atHand = useContext(OutboxContext);
  if (atHand === null) throw new Error('useOutbox needs an OutboxProvider above it');
  return atHand;
}

/**
 * Another tab may have signed somebody else in meanwhile, and the cookie is shared: what one person did must never go
 * out in another's name. Answers like a lost session then, so that the item waits.
 */
async function sendAs(client: Client, account: string, operation: string, input: Record<string, unknown>) {
  const session = await client.call(getSession, {});
  if (session.accountId !== account) {
    throw new ApiError(401, { code: 'sign-in-needed', params: {}, message: '', id: '' });
  }
  return client.callNamed(operation, input);
}
