import { listReturns } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListReturns = queryHook(listReturns);
