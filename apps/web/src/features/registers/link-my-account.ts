import { linkMyAccount } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useLinkMyAccount = commandHook(linkMyAccount, { invalidates: ['registers', 'privacy'] });
