/** What somebody may ask about their own data (PIPL art. 44–50; rules.md 6.1). `consult` is answered by showing, `copy` by a file. */
export const rightsKinds = [
  'consult',
  'copy',
  'correct',
  'supplement',
  'delete',
  'restrict',
  'lift-restriction',
  'withdraw-consent',
  'close-account',
  'explain',
  'relative-of-dead',
] as const;
export type RightsKind = (typeof rightsKinds)[number];

/** `needs-more`: the asker has to bring something and the clock stands. `objection`: the answer is looked at again by somebody else. */
export const rightsStates = [
  'submitted',
  'registered',
  'verified',
  'accepted',
  'needs-more',
  'answered',
  'objection',
  'taken-back',
] as const;
export type RightsState = (typeof rightsStates)[number];

export const rightsActs = [
  'register',
  'verify',
  'ask-more',
  'supply',
  'accept',
  'answer',
  'object',
  'take-back',
] as const;
export type RightsAct = (typeof rightsActs)[number];

export const rightsOutcomes = ['granted', 'partly', 'refused'] as const;
export type RightsOutcome = (typeof rightsOutcomes)[number];

/** Grounds a refusal may stand on; no other is known to the law the desk works under. */
export const refusalGrounds = [
  'statutory-retention',
  'identity-not-proved',
  'nothing-held',
  'public-duty',
  'rights-of-others',
  'not-our-data',
  'evident-misuse',
] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

/** The article behind each ground, as the answer names it. */
export const groundArticles: Readonly<Record<RefusalGround, { readonly zh: string; readonly en: string }>> = {
  'statutory-retention': {
    zh: '《个人信息保护法》第四十七条第二款',
    en: 'Personal Information Protection Law, art. 47(2)',
  },
  'identity-not-proved': {
    zh: '《个人信息保护法》第五十条',
    en: 'Personal Information Protection Law, art. 50',
  },
  'nothing-held': { zh: '《个人信息保护法》第四十五条', en: 'Personal Information Protection Law, art. 45' },
  'public-duty': {
    zh: '《个人信息保护法》第十八条、第三十五条',
    en: 'Personal Information Protection Law, arts. 18 and 35',
  },
  'rights-of-others': {
    zh: '《网络数据安全管理条例》第二十三条',
    en: 'Network Data Security Regulations, art. 23',
  },
  'not-our-data': {
    zh: '《个人信息保护法》第四十六条',
    en: 'Personal Information Protection Law, art. 46',
  },
  'evident-misuse': {
    zh: '《网络数据安全管理条例》第二十三条',
    en: 'Network Data Security Regulations, art. 23',
  },
};

/** Whose hand an act is: the asker's own, or the desk's. */
export const rightsHands: Readonly<Record<RightsAct, 'asker' | 'desk'>> = {
  register: 'desk',
  verify: 'desk',
  'ask-more': 'desk',
  supply: 'asker',
  accept: 'desk',
  answer: 'desk',
  object: 'asker',
  'take-back': 'asker',
};

/** The whole loop: from which states an act may be done, and where it leads. `supply` leads back to where it was asked from. */
export const rightsTable: Readonly<
  Record<RightsAct, { readonly from: readonly RightsState[]; readonly to: RightsState | 'back' }>
> = {
  register: { from: ['submitted'], to: 'registered' },
  verify: { from: ['registered'], to: 'verified' },
  'ask-more': { from: ['registered', 'verified', 'accepted'], to: 'needs-more' },
  supply: { from: ['needs-more'], to: 'back' },
  accept: { from: ['verified'], to: 'accepted' },
  answer: { from: ['registered', 'verified', 'accepted', 'objection'], to: 'answered' },
  object: { from: ['answered'], to: 'objection' },
  'take-back': { from: ['submitted', 'registered', 'verified', 'accepted', 'needs-more'], to: 'taken-back' },
};

/** Kinds that take something away for good: only an accepted request is granted, never one still being looked at. */
export const changingKinds = [
  'correct',
  'supplement',
  'delete',
  'restrict',
  'lift-restriction',
  'withdraw-consent',
  'close-account',
  'relative-of-dead',
  'copy',
] as const satisfies readonly RightsKind[];
