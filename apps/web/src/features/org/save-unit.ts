import { saveUnit } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSaveUnit = commandHook(saveUnit, { invalidates: ['org'] });
