import { tellPartner } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useTellPartner = commandHook(tellPartner, { invalidates: ['partners'] });
