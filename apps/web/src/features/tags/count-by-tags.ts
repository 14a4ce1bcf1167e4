import { countByTags } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useCountByTags = queryHook(countByTags);
