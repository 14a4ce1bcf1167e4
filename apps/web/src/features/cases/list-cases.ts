import { listCases } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListCases = queryHook(listCases);
