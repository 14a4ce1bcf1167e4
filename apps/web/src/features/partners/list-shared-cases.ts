import { listSharedCases } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListSharedCases = queryHook(listSharedCases);
