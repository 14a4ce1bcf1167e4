import { getHouseholdFile } from '@linli/contract';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../../features/client-context.tsx';
import { useKept } from '../../../features/device/use-kept.ts';
import type { CallError } from '../../../features/operation-hooks.ts';
import { useGetHouseholdFile } from '../../../features/registers/get-household-file.ts';
import { useFieldSession } from '../session/field-session.tsx';
import { type KeptHome, keptHome } from './kept-home.ts';

/** A home and its people as one needs them at the door; kept on the phone once it was opened. */
export function useHome(homeId: string) {
  const client = useClient();
  const { account } = useFieldSession();
  const query = useQuery<KeptHome | null, CallError>({
    queryKey: [...useGetHouseholdFile.key(), 'kept', homeId],
    queryFn: async ({ signal }) => keptHome(await client.call(getHouseholdFile, { subjectId: homeId }, { signal })),
  });
  return useKept(account, `home ${homeId}`, query);
}
