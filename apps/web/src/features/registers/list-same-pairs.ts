import { listSamePairs } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListSamePairs = queryHook(listSamePairs);
