import { getBurden } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetBurden = queryHook(getBurden);
