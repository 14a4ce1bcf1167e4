import { listCorrections } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListCorrections = queryHook(listCorrections);
