import { getCaseTypeDraft, listTypeVersions, saveCaseTypeDraft, tryCaseType } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSaveCaseTypeDraft = commandHook(saveCaseTypeDraft, {
  invalidates: [listTypeVersions, getCaseTypeDraft, tryCaseType],
});
