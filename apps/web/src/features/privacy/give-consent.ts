import { giveConsent } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useGiveConsent = commandHook(giveConsent, { invalidates: ['privacy'] });
