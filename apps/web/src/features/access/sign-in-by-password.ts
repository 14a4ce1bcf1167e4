import { signInByPassword } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSignInByPassword = commandHook(signInByPassword, {
  invalidates: ['access', 'cases', 'places', 'org', 'measures', 'notices'],
});
