import { reopenCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useReopenCase = commandHook(reopenCase, { invalidates: ['cases'] });
