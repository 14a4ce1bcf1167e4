import { answerCaller } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useAnswerCaller = commandHook(answerCaller, { invalidates: ['cases'] });
