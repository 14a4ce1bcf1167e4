import { shareCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useShareCase = commandHook(shareCase, { invalidates: ['partners'] });
