import { saveView } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSaveView = commandHook(saveView, { invalidates: ['cases'] });
