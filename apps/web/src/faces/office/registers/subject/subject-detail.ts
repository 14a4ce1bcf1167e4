import type { getSubject, OutputOf } from '@linli/contract';

/** One subject as `get-subject` tells it. */
export type SubjectDetail = OutputOf<typeof getSubject>;
export type FieldView = SubjectDetail['groups'][number]['fields'][number];
