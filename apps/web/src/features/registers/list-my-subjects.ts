import { listMySubjects } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListMySubjects = queryHook(listMySubjects);
