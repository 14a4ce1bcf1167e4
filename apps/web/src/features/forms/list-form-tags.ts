import { listFormTags } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListFormTags = queryHook(listFormTags);
