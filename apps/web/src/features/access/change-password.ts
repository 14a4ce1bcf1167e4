import { changePassword } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useChangePassword = commandHook(changePassword, { invalidates: [] });
