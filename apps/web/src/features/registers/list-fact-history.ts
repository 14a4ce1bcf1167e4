import { listFactHistory } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListFactHistory = queryHook(listFactHistory);
