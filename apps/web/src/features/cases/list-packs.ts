import { listPacks } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListPacks = queryHook(listPacks);
