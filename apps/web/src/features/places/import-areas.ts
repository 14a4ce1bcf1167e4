import { importAreas } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useImportAreas = commandHook(importAreas, { invalidates: ['places'] });
