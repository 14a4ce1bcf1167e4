import { getCaseFile } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetCaseFile = queryHook(getCaseFile);
