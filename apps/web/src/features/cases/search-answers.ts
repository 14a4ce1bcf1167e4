import { searchAnswers } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useSearchAnswers = queryHook(searchAnswers);
