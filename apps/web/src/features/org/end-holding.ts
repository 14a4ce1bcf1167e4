import { endHolding } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useEndHolding = commandHook(endHolding, { invalidates: ['org'] });
