import { listNotices } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListNotices = queryHook(listNotices);
