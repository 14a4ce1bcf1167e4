import type { CaseTypeDefinition } from '@linli/domain';
import { useMemo } from 'react';
import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { useKept } from '../../../features/device/use-kept.ts';
import { useFieldSession } from '../session/field-session.tsx';

/** Case types I may report now, kept on the phone. */
export function useReportTypes() {
  const { account } = useFieldSession();
  const kept = useKept(account, 'types', useListCaseTypes({ for: 'report' }, { staleTimeMs: 600_000 }));
  const types = useMemo(
    (): readonly CaseTypeDefinition[] =>
      (kept.data?.types ?? []).filter((each) => each.active && each.mayReport).map((each) => each.definition),
    [kept.data],
  );
  return { types, isLoading: kept.isLoading, error: kept.error, refetch: kept.refetch };
}
