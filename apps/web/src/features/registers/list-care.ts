import { listCare } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListCare = queryHook(listCare);
