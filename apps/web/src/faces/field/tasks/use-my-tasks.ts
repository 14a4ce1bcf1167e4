import { useListMyTasks } from '../../../features/cases/list-my-tasks.ts';
import { useKept } from '../../../features/device/use-kept.ts';
import { useFieldSession } from '../session/field-session.tsx';

// The live feed tells of changes; this catches what it may miss.
const EVERY_MS = 120_000;

/** My tasks, kept on the phone for work without a network. */
export function useMyTasks() {
  const { account } = useFieldSession();
  return useKept(account, 'my-tasks', useListMyTasks({}, { refetchIntervalMs: EVERY_MS }));
}
