import type { UnitView } from '@linli/contract';
import { useKept } from '../../../features/device/use-kept.ts';
import { useListUnits } from '../../../features/org/list-units.ts';
import { useFieldSession } from '../session/field-session.tsx';

/** Units to return a case to, kept on the phone. Fetched when `wanted`, so ask for it early too. */
export function useUnits(wanted: boolean): readonly UnitView[] {
  const { account } = useFieldSession();
  const kept = useKept(account, 'units', useListUnits({}, { enabled: wanted, staleTimeMs: 3_600_000 }));
  return kept.data?.units ?? [];
}
