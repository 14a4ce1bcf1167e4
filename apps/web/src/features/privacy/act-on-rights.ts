import { actOnRights } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useActOnRights = commandHook(actOnRights, { invalidates: ['privacy'] });
