import { listReveals } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListReveals = queryHook(listReveals);
