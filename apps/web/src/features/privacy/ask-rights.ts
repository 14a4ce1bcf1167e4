import { askRights } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useAskRights = commandHook(askRights, { invalidates: ['privacy'] });
