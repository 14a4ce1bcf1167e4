import { recordLettingCheck } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useRecordLettingCheck = commandHook(recordLettingCheck, { invalidates: ['registers'] });
