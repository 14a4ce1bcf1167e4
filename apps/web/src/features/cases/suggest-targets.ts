import { suggestTargets } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useSuggestTargets = queryHook(suggestTargets);
