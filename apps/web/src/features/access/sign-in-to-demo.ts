import { signInToDemo } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSignInToDemo = commandHook(signInToDemo, {
  invalidates: ['access', 'cases', 'places', 'org', 'measures', 'notices'],
});
