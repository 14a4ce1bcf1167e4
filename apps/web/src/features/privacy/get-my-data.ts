import { getMyData } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetMyData = queryHook(getMyData);
