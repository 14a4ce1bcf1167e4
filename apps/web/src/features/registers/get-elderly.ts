import { getElderly } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetElderly = queryHook(getElderly);
