import { getSubject, listSubjectTags, unsetTag } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useUnsetTag = commandHook(unsetTag, { invalidates: [listSubjectTags, getSubject] });
