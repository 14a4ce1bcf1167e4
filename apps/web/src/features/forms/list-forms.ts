import { listForms } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListForms = queryHook(listForms);
