import { listSubjectTags } from '@linli/contract';
import { queryHook } from '../operation-hooks.ts';

export const useListSubjectTags = queryHook(listSubjectTags);
