import { assignPost } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useAssignPost = commandHook(assignPost, { invalidates: ['org'] });
