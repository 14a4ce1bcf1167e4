import { fileNeed, listNeeds } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useFileNeed = commandHook(fileNeed, { invalidates: [listNeeds] });
