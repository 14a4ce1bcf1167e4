import { componentClassesOf } from '@linli/domain';
import type { SubjectDetail } from '../subject/subject-detail.ts';

export type EventName =
  | 'move-in'
  | 'move-out'
  | 'move-home'
  | 'split'
  | 'join'
  | 'die'
  | 'end'
  | 'revive'
  | 'number'
  | 'link';

/** The events offered for a subject, the usual ones first. The server decides again. */
export function eventsOf(
  detail: Pick<SubjectDetail, 'can' | 'groups'> & {
    readonly subject: Pick<SubjectDetail['subject'], 'noun' | 'kind' | 'state'>;
  },
  mayEdit: boolean,
): readonly EventName[] {
  const { can, subject } = detail;
  if (subject.state !== 'active') return mayEdit && subject.state !== 'merged' ? ['revive'] : [];
  if (!can.includes('change')) return [];
  return [
    ...(subject.noun === 'home' ? (['move-in'] as const) : []),
    ...(can.includes('move') ? (['move-home', 'move-out'] as const) : []),
    ...(can.includes('split') ? (['split'] as const) : []),
    ...(can.includes('join') ? (['join'] as const) : []),
    ...(can.includes('die') ? (['die'] as const) : []),
    ...(subject.noun === 'asset' && componentClassesOf(subject.kind)?.length !== 0 && !hasCode(detail)
      ? (['number'] as const)
      : []),
    ...(can.includes('end') ? (['end'] as const) : []),
    ...(can.includes('link') ? (['link'] as const) : []),
  ];
}

function hasCode({ groups }: Pick<SubjectDetail, 'groups'>): boolean {
  return groups.some(({ fields }) => fields.some((field) => field.code === 'code' && field.value !== null));
}
