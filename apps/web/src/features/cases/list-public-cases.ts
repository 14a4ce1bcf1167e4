import { listPublicCases } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListPublicCases = queryHook(listPublicCases);
