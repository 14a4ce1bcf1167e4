import { listComponentClasses } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListComponentClasses = queryHook(listComponentClasses);
