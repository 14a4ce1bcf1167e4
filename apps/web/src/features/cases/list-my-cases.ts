import { listMyCases } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListMyCases = queryHook(listMyCases);
