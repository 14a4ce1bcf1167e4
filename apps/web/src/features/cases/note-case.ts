import { noteCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useNoteCase = commandHook(noteCase, { invalidates: ['cases'] });
