import { getForm } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useGetForm = queryHook(getForm);
