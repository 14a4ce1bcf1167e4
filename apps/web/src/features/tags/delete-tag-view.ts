import { deleteTagView, listTagViews } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useDeleteTagView = commandHook(deleteTagView, { invalidates: [listTagViews] });
