import { type CaseActionKind, type CaseState, caseJournalKinds } from '@linli/domain';
import type { CaseEvent, CaseEventFacts } from './case-fact.ts';

/** Where the cases of a test lie. */
export const grid = {
  site: '01900000-0000-7000-8000-000000000001',
  level2: '01900000-0000-7000-8000-000000000002',
  level3: ['01900000-0000-7000-8000-000000000031', '01900000-0000-7000-8000-000000000032'],
  level4: [
    '01900000-0000-7000-8000-000000000041',
    '01900000-0000-7000-8000-000000000042',
    '01900000-0000-7000-8000-000000000043',
  ],
  units: ['01900000-0000-7000-8000-0000000000a1', '01900000-0000-7000-8000-0000000000a2'],
} as const;

export function caseId(n: number): string {
  return `01900000-0000-7000-9000-${String(n).padStart(12, '0')}`;
}

export const facts: CaseEventFacts = {
  siteId: grid.site,
  typeCode: 'lamp',
  channel: 'resident',
  state: 'reported',
  areas: { 2: grid.level2, 3: grid.level3[0], 4: grid.level4[0] },
  unitId: null,
  postId: null,
  unitKind: null,
  of: {},
  due: { handle: null, total: null },
  onTime: {},
};

export type Step = [action: CaseActionKind, at: string, state: CaseState, more?: Partial<CaseEventFacts>];

/** Events of one case; what a step does not say stays as the step before left it. */
export function story(steps: readonly Step[], start: Partial<CaseEventFacts> = {}): CaseEvent[] {
  let data: CaseEventFacts = { ...facts, ...start };
  return steps.map(([action, at, state, more], index) => {
    data = { ...data, of: {}, ...more, state };
    return { caseId: caseId(1), seq: index + 1, at: new Date(at), kind: caseJournalKinds[action], data };
  });
}
