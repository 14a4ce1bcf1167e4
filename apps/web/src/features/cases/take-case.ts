import { takeCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useTakeCase = commandHook(takeCase, { invalidates: ['cases'] });
