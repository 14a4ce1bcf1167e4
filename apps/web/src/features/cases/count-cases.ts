import { countCases } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useCountCases = queryHook(countCases);
