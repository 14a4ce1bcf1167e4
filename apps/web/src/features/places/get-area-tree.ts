import { getAreaTree } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetAreaTree = queryHook(getAreaTree);
