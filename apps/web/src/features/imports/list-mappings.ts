import { listMappings } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListMappings = queryHook(listMappings);
