import { endForm } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useEndForm = commandHook(endForm, { invalidates: ['forms'] });
