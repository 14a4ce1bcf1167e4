import { listSubjects } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListSubjects = queryHook(listSubjects);
