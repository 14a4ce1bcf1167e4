import { signCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSignCase = commandHook(signCase, { invalidates: ['cases'] });
