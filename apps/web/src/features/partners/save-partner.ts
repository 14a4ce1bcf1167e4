import { savePartner } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSavePartner = commandHook(savePartner, { invalidates: ['partners'] });
