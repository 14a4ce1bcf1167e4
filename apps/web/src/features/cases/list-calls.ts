import { listCalls } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListCalls = queryHook(listCalls);
