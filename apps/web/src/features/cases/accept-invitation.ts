import { acceptInvitation } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useAcceptInvitation = commandHook(acceptInvitation, { invalidates: ['cases'] });
