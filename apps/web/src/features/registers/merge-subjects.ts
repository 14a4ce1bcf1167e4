import { mergeSubjects } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useMergeSubjects = commandHook(mergeSubjects, { invalidates: ['registers'] });
