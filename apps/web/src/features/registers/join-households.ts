import { joinHouseholds } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useJoinHouseholds = commandHook(joinHouseholds, { invalidates: ['registers'] });
