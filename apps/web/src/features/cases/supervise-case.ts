import { superviseCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSuperviseCase = commandHook(superviseCase, { invalidates: ['cases'] });
