import { openCell } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useOpenCell = queryHook(openCell);
