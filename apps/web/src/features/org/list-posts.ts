import { listPosts } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListPosts = queryHook(listPosts);
