import type { SubjectNoun } from '@linli/domain';

/** Kinds of each noun that the forms offer; imports may bring others, which read as 其他. */
export const subjectKinds = {
  person: ['resident'],
  household: ['family', 'collective'],
  home: ['dwelling', 'dormitory', 'other-room'],
  entity: [
    'shop',
    'firm',
    'organisation',
    'elderly-home',
    'day-care',
    'meal-point',
    'care-station',
    'elderly-school',
    'senior-club',
  ],
  asset: [
    'component',
    'shed',
    'cabinet',
    'elderly-home',
    'day-care',
    'meal-point',
    'care-station',
    'elderly-school',
    'senior-club',
  ],
} as const satisfies Readonly<Record<SubjectNoun, readonly string[]>>;
