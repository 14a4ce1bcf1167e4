import { nameAddress } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useNameAddress = commandHook(nameAddress, { invalidates: ['imports'] });
