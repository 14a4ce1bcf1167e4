import { listHotSpots } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListHotSpots = queryHook(listHotSpots);
