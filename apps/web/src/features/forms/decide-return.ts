import { decideReturn } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useDecideReturn = commandHook(decideReturn, { invalidates: ['forms'] });
