import { listDeletions } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListDeletions = queryHook(listDeletions);
