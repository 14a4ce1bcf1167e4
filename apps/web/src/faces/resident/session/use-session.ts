import type { SessionView } from '@linli/contract';
import { useGetSession } from '../../../features/access/get-session.ts';

export interface Session {
  /** Undefined until the server has said. */
  readonly view: SessionView | undefined;
  readonly isSignedIn: boolean;
}

/** Who looks at the page. Asked once for all components; signing in or out asks again. */
export function useSession(): Session {
  const { data } = useGetSession({}, { staleTimeMs: 300_000 });
  return { view: data, isSignedIn: data !== undefined && data.kind !== 'anonymous' };
}
