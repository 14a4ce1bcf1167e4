import { decideRequest } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useDecideRequest = commandHook(decideRequest, { invalidates: ['cases'] });
