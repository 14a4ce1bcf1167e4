import { getCase } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetCase = queryHook(getCase);
