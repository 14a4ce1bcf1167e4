import { listRisingPlaces } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListRisingPlaces = queryHook(listRisingPlaces);
