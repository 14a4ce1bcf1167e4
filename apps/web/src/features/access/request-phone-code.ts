import { requestPhoneCode } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useRequestPhoneCode = commandHook(requestPhoneCode, { invalidates: [] });
