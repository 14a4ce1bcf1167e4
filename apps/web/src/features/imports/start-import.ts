import { startImport } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useStartImport = commandHook(startImport, { invalidates: ['imports'] });
