import { linkAccount } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useLinkAccount = commandHook(linkAccount, { invalidates: ['registers'] });
