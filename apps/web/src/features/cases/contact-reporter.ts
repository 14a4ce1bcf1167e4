import { contactReporter } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useContactReporter = commandHook(contactReporter, { invalidates: ['cases'] });
