import type { LocalText } from '../cases/form-field.ts';

/** Kinds of dispute a mediator takes; packs offer the same values where a kind is asked for. */
export const disputeKinds = {
  neighbour: { zh: '邻里', en: 'Neighbours' },
  family: { zh: '婚姻家庭', en: 'Family' },
  housing: { zh: '房屋', en: 'Homes' },
  property: { zh: '物业', en: 'Property management' },
  damages: { zh: '损害赔偿', en: 'Damages' },
  consumer: { zh: '消费', en: 'Consumer' },
  labour: { zh: '劳动', en: 'Work' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, LocalText>;
export type DisputeKind = keyof typeof disputeKinds;

/** What a mediator can mediate in: languages and dialects. */
export const mediatorLanguages = {
  mandarin: { zh: '普通话', en: 'Mandarin' },
  shanghainese: { zh: '上海话', en: 'Shanghainese' },
  cantonese: { zh: '粤语', en: 'Cantonese' },
  subei: { zh: '苏北话', en: 'Subei dialect' },
  english: { zh: '英语', en: 'English' },
  japanese: { zh: '日语', en: 'Japanese' },
  korean: { zh: '韩语', en: 'Korean' },
  sign: { zh: '手语', en: 'Sign language' },
} as const satisfies Record<string, LocalText>;
export type MediatorLanguage = keyof typeof mediatorLanguages;
