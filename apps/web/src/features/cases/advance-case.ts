import { advanceCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useAdvanceCase = commandHook(advanceCase, { invalidates: ['cases'] });
