import { inviteParty } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useInviteParty = commandHook(inviteParty, { invalidates: ['cases'] });
