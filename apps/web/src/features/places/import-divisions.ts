import { importDivisions } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useImportDivisions = commandHook(importDivisions, { invalidates: ['places'] });
