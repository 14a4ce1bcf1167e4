import { listByTags } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListByTags = queryHook(listByTags);
