import { listMediators } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListMediators = queryHook(listMediators);
