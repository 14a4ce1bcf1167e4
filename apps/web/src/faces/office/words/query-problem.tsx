import { ApiError, OfflineError } from '@linli/client';
import { ErrorState, Offline, Refused } from '../../../ui/state-views.tsx';

export type QueryProblemProps = {
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly refusedBody?: string;
};

/** Why there is nothing to show: no network, not open to this reader, or our fault with its number. */
export function QueryProblem({ error, onRetry, refusedBody }: QueryProblemProps) {
  if (error instanceof OfflineError) return <Offline onRetry={onRetry} />;
  if (error instanceof ApiError && [401, 403, 404].includes(error.status)) {
    return <Refused body={refusedBody ?? error.message} />;
  }
  return <ErrorState requestId={error instanceof ApiError ? error.id : undefined} onRetry={onRetry} />;
}
