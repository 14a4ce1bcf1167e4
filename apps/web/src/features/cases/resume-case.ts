import { resumeCase } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useResumeCase = commandHook(resumeCase, { invalidates: ['cases'] });
