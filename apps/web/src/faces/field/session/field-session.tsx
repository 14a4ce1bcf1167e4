import type { SessionView } from '@linli/contract';
import { createContext, type ReactNode, useContext } from 'react';

export interface FieldSession {
  readonly session: SessionView;
  readonly account: string;
  /** Milliseconds to add to this device's clock to get the server's. */
  readonly clockOffsetMs: number;
}

const SessionContext = createContext<FieldSession | null>(null);

export function FieldSessionProvider(props: { readonly value: FieldSession; readonly children: ReactNode }): ReactNode {
  return <SessionContext value={props.value}>{props.children}</SessionContext>;
}

/** Who works on this phone. Throws outside the gate. */
export function useFieldSession(): FieldSession {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useFieldSession needs the FieldGate above it');
  return session;
}
