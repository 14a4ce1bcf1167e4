import { listEntitled } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListEntitled = queryHook(listEntitled);
