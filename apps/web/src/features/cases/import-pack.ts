import { importPack } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useImportPack = commandHook(importPack, { invalidates: ['cases'] });
