import { listTopics } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListTopics = queryHook(listTopics);
