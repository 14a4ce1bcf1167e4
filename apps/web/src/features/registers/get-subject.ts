import { getSubject } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetSubject = queryHook(getSubject);
