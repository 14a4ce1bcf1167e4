import { listTagExports } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListTagExports = queryHook(listTagExports);
