import { tryCaseType } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useTryCaseType = queryHook(tryCaseType);
