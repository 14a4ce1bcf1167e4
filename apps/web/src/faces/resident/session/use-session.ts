import type { SessionView } from '@linli/contract';
import type { UseQueryResult } from '@tanstack/react-query';
import { useGetSession } from '../../../features/access/get-session.ts';
import type { CallError } from '../../../features/operation-hooks.ts';

export interface Session {
  /** Undefined until the server has said. */
  readonly view: SessionView | undefined;
  readonly isSignedIn: boolean;
  readonly query: UseQueryResult<SessionView, CallError>;
}

/** Who looks at the page. Asked once for all components; signing in or out asks again. */
export function useSession(): Session {
  const query = useGetSession({}, { staleTimeMs: 300_000 });
  const view = query.data;
  return { view, isSignedIn: view !== undefined && view.kind !== 'anonymous', query };
}
