import { getCaseTypeDraft } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetCaseTypeDraft = queryHook(getCaseTypeDraft);
