import { decideNeed, listNeeds } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useDecideNeed = commandHook(decideNeed, { invalidates: [listNeeds] });
