import { saveMapping } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSaveMapping = commandHook(saveMapping, { invalidates: ['imports'] });
