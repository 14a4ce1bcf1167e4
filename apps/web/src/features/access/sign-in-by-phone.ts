import { signInByPhone } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSignInByPhone = commandHook(signInByPhone, { invalidates: ['access', 'cases', 'notices', 'places'] });
