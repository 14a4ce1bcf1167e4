import { tickChecklist } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useTickChecklist = commandHook(tickChecklist, { invalidates: ['cases'] });
