import { listMyRights } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListMyRights = queryHook(listMyRights);
