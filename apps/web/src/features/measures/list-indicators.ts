import { listIndicators } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListIndicators = queryHook(listIndicators);
