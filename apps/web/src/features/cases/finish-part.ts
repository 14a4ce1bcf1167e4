import { finishPart } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useFinishPart = commandHook(finishPart, { invalidates: ['cases'] });
