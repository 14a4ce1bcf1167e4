import { getHouseholdFile } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetHouseholdFile = queryHook(getHouseholdFile);
