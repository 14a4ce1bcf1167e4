import { ApiError } from '@linli/client';
import { useMemo } from 'react';
import { useGetCase } from '../../../features/cases/get-case.ts';
import { useKept } from '../../../features/device/use-kept.ts';
import type { CallError } from '../../../features/operation-hooks.ts';
import { type ExpectedTask, expectTask } from '../../../features/outbox/expect-task.ts';
import { useOutbox } from '../../../features/outbox/outbox-context.tsx';
import { useFieldSession } from '../session/field-session.tsx';
import { useMyTasks } from '../tasks/use-my-tasks.ts';

export interface TaskAtHand {
  readonly expected: ExpectedTask | undefined;
  readonly isLoading: boolean;
  readonly error: CallError | null;
  /** The answer is kept from earlier: ISO instant; undefined while fresh. */
  readonly staleSince: string | undefined;
  readonly refetch: () => void;
}

/** One case as it will be after my outbox: from my tasks where it is one of them, else fetched and kept by itself. */
export function useTask(caseId: string): TaskAtHand {
  const { account } = useFieldSession();
  const { items } = useOutbox();
  const tasks = useMyTasks();
  const mine = tasks.data?.mine.find((each) => each.id === caseId);
  const isElsewhere = mine === undefined && !tasks.isLoading;
  const single = useKept(account, `case ${caseId}`, useGetCase({ caseId }, { enabled: isElsewhere }));
  // A case that has left my tasks must not come back as it was when I last opened it.
  const isGone = single.error instanceof ApiError && single.error.code === 'not-found';
  const source = mine === undefined ? { ...single, data: isGone ? undefined : single.data } : { ...tasks, data: mine };
  const { data, asOf } = source;
  const expected = useMemo(() => data && expectTask(data, items, asOf), [data, items, asOf]);
  return {
    expected,
    isLoading: expected === undefined && (tasks.isLoading || single.isLoading),
    error: source.error,
    staleSince: source.isStale ? asOf : undefined,
    refetch: source.refetch,
  };
}
