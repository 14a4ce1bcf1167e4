import { listCallers } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListCallers = queryHook(listCallers);
