import { changeCaseType } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useChangeCaseType = commandHook(changeCaseType, { invalidates: ['cases'] });
