import { getSubject, listSubjectTags, setTag } from '@linli/contract';
import { commandHook } from '../operation-hooks.ts';

export const useSetTag = commandHook(setTag, { invalidates: [listSubjectTags, getSubject] });
