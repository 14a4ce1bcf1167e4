import { explainDecisions } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useExplainDecisions = queryHook(explainDecisions);
