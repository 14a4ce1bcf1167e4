import { listPartners } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListPartners = queryHook(listPartners);
