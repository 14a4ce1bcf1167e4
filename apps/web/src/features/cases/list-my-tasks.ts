import { listMyTasks } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListMyTasks = queryHook(listMyTasks);
