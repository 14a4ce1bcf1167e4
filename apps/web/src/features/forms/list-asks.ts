import { listAsks } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListAsks = queryHook(listAsks);
