import { listLedgers } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListLedgers = queryHook(listLedgers);
