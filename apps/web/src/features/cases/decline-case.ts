import { declineCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useDeclineCase = commandHook(declineCase, { invalidates: ['cases'] });
