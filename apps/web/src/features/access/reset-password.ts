import { resetPassword } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useResetPassword = commandHook(resetPassword, { invalidates: ['access'] });
