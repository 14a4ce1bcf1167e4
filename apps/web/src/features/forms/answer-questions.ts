import { answerQuestions, getReturn, listReturns } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useAnswerQuestions = commandHook(answerQuestions, {
  invalidates: [listReturns, getReturn],
  inTurn: true,
});
