import { listHolidays } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListHolidays = queryHook(listHolidays);
