import { listPublishedAnswers } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListPublishedAnswers = queryHook(listPublishedAnswers);
