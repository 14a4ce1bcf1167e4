import { publishCaseType } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const usePublishCaseType = commandHook(publishCaseType, { invalidates: ['cases'] });
