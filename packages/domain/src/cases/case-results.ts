export const caseResults = ['solved', 'explained', 'partly', 'not-possible'] as const;
export type CaseResult = (typeof caseResults)[number];
