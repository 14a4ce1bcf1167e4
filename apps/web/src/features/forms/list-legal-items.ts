import { listLegalItems } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListLegalItems = queryHook(listLegalItems);
