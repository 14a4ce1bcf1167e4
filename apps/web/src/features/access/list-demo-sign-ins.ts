import { listDemoSignIns } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListDemoSignIns = queryHook(listDemoSignIns);
