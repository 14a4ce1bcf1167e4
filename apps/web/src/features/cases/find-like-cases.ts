import { findLikeCases } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useFindLikeCases = queryHook(findLikeCases);
