import type { SubjectDetail } from '../subject/subject-detail.ts';

export type EventProps = { readonly detail: SubjectDetail; readonly onClose: () => void };
