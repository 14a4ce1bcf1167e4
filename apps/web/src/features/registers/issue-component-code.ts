import { issueComponentCode } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useIssueComponentCode = commandHook(issueComponentCode, { invalidates: ['registers'] });
