import { signOut } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSignOut = commandHook(signOut, { invalidates: ['access'] });
