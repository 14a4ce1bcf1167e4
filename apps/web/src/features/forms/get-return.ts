import { getReturn } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetReturn = queryHook(getReturn);
