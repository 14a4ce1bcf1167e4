import { forgetAddressName } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useForgetAddressName = commandHook(forgetAddressName, { invalidates: ['imports'] });
