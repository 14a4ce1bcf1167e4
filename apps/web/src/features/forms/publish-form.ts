import { publishForm } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const usePublishForm = commandHook(publishForm, { invalidates: ['forms'] });
