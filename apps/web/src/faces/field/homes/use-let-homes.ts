import { listLettingChecks } from '@linli/contract';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../../features/client-context.tsx';
import { useKept } from '../../../features/device/use-kept.ts';
import type { CallError } from '../../../features/operation-hooks.ts';
import { useListLettingChecks } from '../../../features/registers/list-letting-checks.ts';
import { useFieldSession } from '../session/field-session.tsx';
import { dueStates, type LetHome, letHome } from './let-home.ts';

/** Let homes of my own areas that have to be looked at, the most pressing first; kept on the phone. */
export function useLetHomes() {
  const client = useClient();
  const { account, session } = useFieldSession();
  const query = useQuery<readonly LetHome[], CallError>({
    queryKey: [...useListLettingChecks.key(), 'due'],
    staleTime: 300_000,
    enabled: session.permissions.includes('registers:edit'),
    queryFn: async ({ signal }) => {
      const ask = (state: (typeof dueStates)[number]) =>
        client.call(listLettingChecks, { state, limit: 200 }, { signal });
      const answers = await Promise.all(dueStates.map(ask));
      return answers.flatMap(({ homes }) => homes.map(letHome));
    },
  });
  return useKept(account, 'let homes', query);
}
