import { useAddCaller } from '../../../features/cases/add-caller.ts';
import type { CallerDraft } from './caller-rows.tsx';

/** Writes down everyone who called about a case just reported; answers how many could not be. Rows left empty are nobody. */
export function useAddCallers(): (caseId: string, callers: readonly CallerDraft[]) => Promise<number> {
  const { mutateAsync } = useAddCaller();
  return async (caseId, callers) => {
    let missed = 0;
    for (const { name, phone, orderNumber, anonymous } of callers.filter(isFilled)) {
      const caller = { name: name.trim(), phone: phone.trim() === '' ? null : phone.trim() };
      try {
        await mutateAsync({ caseId, ...caller, orderNumber: orderNumber.trim(), anonymous });
      } catch {
        missed += 1; // the case stands; its page lists who is there and takes the others
      }
    }
    return missed;
  };
}

function isFilled({ name, phone, orderNumber, anonymous }: CallerDraft): boolean {
  return anonymous || [name, phone, orderNumber].some((each) => each.trim() !== '');
}
