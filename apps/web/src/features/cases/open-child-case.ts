import { openChildCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useOpenChildCase = commandHook(openChildCase, { invalidates: ['cases'] });
