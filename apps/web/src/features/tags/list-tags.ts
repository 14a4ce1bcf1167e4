import { listTags } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListTags = queryHook(listTags);
