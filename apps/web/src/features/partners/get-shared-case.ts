import { getSharedCase } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetSharedCase = queryHook(getSharedCase);
