import { splitCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSplitCase = commandHook(splitCase, { invalidates: ['cases'] });
