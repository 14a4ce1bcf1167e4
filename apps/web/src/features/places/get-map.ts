import { getMap } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetMap = queryHook(getMap);
