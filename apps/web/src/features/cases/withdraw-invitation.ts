import { withdrawInvitation } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useWithdrawInvitation = commandHook(withdrawInvitation, { invalidates: ['cases'] });
