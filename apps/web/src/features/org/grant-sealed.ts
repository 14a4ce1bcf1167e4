import { grantSealed } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useGrantSealed = commandHook(grantSealed, { invalidates: ['org'] });
