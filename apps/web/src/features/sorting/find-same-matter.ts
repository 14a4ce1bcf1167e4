import { findSameMatter } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useFindSameMatter = queryHook(findSameMatter);
