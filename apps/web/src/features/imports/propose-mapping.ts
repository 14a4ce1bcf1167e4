import { proposeMapping } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useProposeMapping = queryHook(proposeMapping);
