import { objectToDecline } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useObjectToDecline = commandHook(objectToDecline, { invalidates: ['cases'] });
