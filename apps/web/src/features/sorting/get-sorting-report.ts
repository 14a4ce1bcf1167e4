import { getSortingReport } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetSortingReport = queryHook(getSortingReport);
