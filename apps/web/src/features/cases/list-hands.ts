import { listHands } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListHands = queryHook(listHands);
