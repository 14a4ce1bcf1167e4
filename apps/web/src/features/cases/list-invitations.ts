import { listInvitations } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListInvitations = queryHook(listInvitations);
