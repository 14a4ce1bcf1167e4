import { requestOwnCode } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useRequestOwnCode = commandHook(requestOwnCode, { invalidates: [] });
