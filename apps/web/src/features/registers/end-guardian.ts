import { endGuardian } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useEndGuardian = commandHook(endGuardian, { invalidates: ['registers'] });
