import { listLegalItems, saveLegalItem } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSaveLegalItem = commandHook(saveLegalItem, { invalidates: [listLegalItems] });
