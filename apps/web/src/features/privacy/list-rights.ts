import { listRights } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListRights = queryHook(listRights);
