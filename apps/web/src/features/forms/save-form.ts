import { getForm, listForms, previewForm, saveForm } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSaveForm = commandHook(saveForm, { invalidates: [getForm, listForms, previewForm] });
