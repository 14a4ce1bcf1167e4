import { setGuardian } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSetGuardian = commandHook(setGuardian, { invalidates: ['registers'] });
