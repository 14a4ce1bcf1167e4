import { withdrawConsent } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useWithdrawConsent = commandHook(withdrawConsent, { invalidates: ['privacy'] });
