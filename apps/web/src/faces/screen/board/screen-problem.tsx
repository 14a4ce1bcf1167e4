import { ApiError, OfflineError } from '@linli/client';
import { ErrorState, Offline, Refused } from '../../../ui/state-views.tsx';
import styles from './screen-problem.module.css';

export type ScreenProblemProps = { readonly error: unknown; readonly onRetry: () => void };

/** Why there is nothing to show: no network, not open to this reader, or our fault with its number. */
export function ScreenProblem(props: ScreenProblemProps) {
  return (
    <main className={styles.problem}>
      <ProblemWords {...props} />
    </main>
  );
}

/** The same inside a part of the wall. */
export function ProblemWords({ error, onRetry }: ScreenProblemProps) {
  if (error instanceof OfflineError) return <Offline onRetry={onRetry} />;
  if (error instanceof ApiError && [401, 403, 404].includes(error.status)) return <Refused body={error.message} />;
  return <ErrorState requestId={error instanceof ApiError ? error.id : undefined} onRetry={onRetry} />;
}
