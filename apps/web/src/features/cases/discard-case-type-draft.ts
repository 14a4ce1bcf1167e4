import { discardCaseTypeDraft, getCaseTypeDraft, listTypeVersions, tryCaseType } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useDiscardCaseTypeDraft = commandHook(discardCaseTypeDraft, {
  invalidates: [listTypeVersions, getCaseTypeDraft, tryCaseType],
});
