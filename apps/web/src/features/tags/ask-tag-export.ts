import { askTagExport, listTagExports } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useAskTagExport = commandHook(askTagExport, { invalidates: [listTagExports] });
