import { reviveSubject } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useReviveSubject = commandHook(reviveSubject, { invalidates: ['registers'] });
