import { listNeeds } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListNeeds = queryHook(listNeeds);
