import { listLettingChecks } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListLettingChecks = queryHook(listLettingChecks);
