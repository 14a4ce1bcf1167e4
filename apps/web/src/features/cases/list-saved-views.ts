import { listSavedViews } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListSavedViews = queryHook(listSavedViews);
