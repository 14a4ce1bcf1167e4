import { deleteView } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useDeleteView = commandHook(deleteView, { invalidates: ['cases'] });
