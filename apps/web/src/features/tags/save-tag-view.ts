import { listTagViews, saveTagView } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSaveTagView = commandHook(saveTagView, { invalidates: [listTagViews] });
