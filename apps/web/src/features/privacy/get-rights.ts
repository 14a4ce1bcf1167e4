import { getRights } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetRights = queryHook(getRights);
