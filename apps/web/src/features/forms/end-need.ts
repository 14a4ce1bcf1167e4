import { endNeed, listNeeds } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useEndNeed = commandHook(endNeed, { invalidates: [listNeeds] });
