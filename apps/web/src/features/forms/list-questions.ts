import { listQuestions } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListQuestions = queryHook(listQuestions);
