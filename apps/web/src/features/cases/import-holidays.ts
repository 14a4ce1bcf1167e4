import { importHolidays } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useImportHolidays = commandHook(importHolidays, { invalidates: ['cases'] });
