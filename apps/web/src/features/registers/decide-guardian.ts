import { decideGuardian } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useDecideGuardian = commandHook(decideGuardian, { invalidates: ['registers'] });
