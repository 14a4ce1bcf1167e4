import { listTagViews } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListTagViews = queryHook(listTagViews);
