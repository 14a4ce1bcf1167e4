import type { Client } from '@linli/client';
import { createContext, type ReactNode, useContext } from 'react';

const ClientContext = createContext<Client | null>(null);

/** Gives every operation hook below it the client of this page. */
export function ClientProvider(props: { client: Client; children: ReactNode }): ReactNode {
  return <ClientContext value={props.client}>{props.children}</ClientContext>;
}

/** The page's client. Throws outside a `ClientProvider`. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('useClient needs a ClientProvider above it');
  return client;
}
