import { previewForm } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const usePreviewForm = queryHook(previewForm);
