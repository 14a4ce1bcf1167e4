import { mergeCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useMergeCase = commandHook(mergeCase, { invalidates: ['cases'] });
