import { getArea } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetArea = queryHook(getArea);
