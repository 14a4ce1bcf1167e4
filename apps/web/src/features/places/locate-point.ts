import { locatePoint } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useLocatePoint = queryHook(locatePoint);
