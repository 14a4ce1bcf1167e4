import type { SessionView } from '@linli/contract';
import type { Permission } from '@linli/domain';
import { createContext, use } from 'react';

/** The session of whoever sits here; given by the shell once somebody of the staff has signed in. */
export const SessionContext = createContext<SessionView | null>(null);

/** Who is signed in. Throws outside the shell. */
export function useSession(): SessionView {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession needs the office shell above it');
  return session;
}

/** Whether any post of the reader carries the permission: for what to draw, never instead of the server's own check. */
export function useMay(permission: Permission): boolean {
  return useSession().permissions.includes(permission);
}
