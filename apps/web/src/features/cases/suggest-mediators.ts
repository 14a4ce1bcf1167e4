import { suggestMediators } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useSuggestMediators = queryHook(suggestMediators);
