import { getSession } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetSession = queryHook(getSession);
