import { getBulletin } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetBulletin = queryHook(getBulletin);
