import { listCaseTypes } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListCaseTypes = queryHook(listCaseTypes);
