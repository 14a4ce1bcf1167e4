import { listAreaGroups } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListAreaGroups = queryHook(listAreaGroups);
