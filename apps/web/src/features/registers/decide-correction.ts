import { decideCorrection } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useDecideCorrection = commandHook(decideCorrection, { invalidates: ['registers'] });
