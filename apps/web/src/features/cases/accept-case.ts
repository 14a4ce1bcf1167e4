import { acceptCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useAcceptCase = commandHook(acceptCase, { invalidates: ['cases'] });
