import { followUpRights } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useFollowUpRights = commandHook(followUpRights, { invalidates: ['privacy'] });
