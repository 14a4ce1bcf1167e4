import { listRooms } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListRooms = queryHook(listRooms);
