import { holidays2025And2026 } from '../time/holidays.fixture.ts';
import type { ActionContext } from './action-context.ts';
import { type ActionOutcome, applyAction } from './apply-action.ts';
import type { CaseAction, CaseActionData } from './case-action.ts';
import type { CaseFold } from './case-fold.ts';
import type { CaseActionKind, CaseRelation } from './case-state.ts';
import { CaseTypeDefinition } from './case-type.ts';

/** A plain case type: every clock, all checked, one checklist item, no photos asked. */
export function caseType(changes: Partial<CaseTypeDefinition> = {}): CaseTypeDefinition {
  const base = CaseTypeDefinition.parse({
    code: 'hallway-clutter',
    name: { zh: '楼道堆物', en: 'Clutter in the hallway' },
    standard: { ref: 'local', kind: 'event', code: 'LOC-01' },
    group: 'safety',
    reporters: ['anonymous', 'resident', 'worker', 'desk'],
    visibility: 'public',
    accept: 'desk',
    deadlines: {
      'first-contact': { value: 1, unit: 'work-day' },
      accept: { value: 2, unit: 'work-hour' },
      dispatch: { value: 2, unit: 'work-hour' },
      take: { value: 4, unit: 'work-hour' },
      handle: { value: 3, unit: 'work-day' },
      check: { value: 1, unit: 'work-day' },
      total: { value: 7, unit: 'day' },
    },
    evidence: { report: 0, handle: 0 },
  });
  return { ...base, ...changes };
}

/** Everybody of the small world these tests play in. */
export const people: Readonly<Record<string, { unitId: string | null; relations: readonly CaseRelation[] }>> = {
  resident: { unitId: null, relations: ['anyone', 'reporter'] },
  neighbour: { unitId: null, relations: ['anyone'] },
  desk: { unitId: 'centre', relations: ['anyone', 'desk'] },
  chief: { unitId: 'centre', relations: ['anyone', 'desk', 'duty-chief'] },
  worker: { unitId: 'property', relations: ['anyone', 'handler'] },
  colleague: { unitId: 'property', relations: ['anyone', 'handler'] },
  fireman: { unitId: 'fire', relations: ['anyone', 'handler', 'part'] },
  plumber: { unitId: 'water', relations: ['anyone', 'part'] },
  checker: { unitId: 'grid', relations: ['anyone', 'checker'] },
  gridWorker: { unitId: 'grid', relations: ['anyone', 'reporter', 'handler', 'checker'] },
  freelancer: { unitId: 'pool', relations: ['anyone', 'pool'] },
  supervisor: { unitId: 'street', relations: ['anyone', 'supervisor'] },
  system: { unitId: null, relations: ['system'] },
};

export type Deed = {
  [K in CaseActionKind]: readonly [who: string, kind: K, data: CaseActionData[K], at?: string];
}[CaseActionKind];

/** `MM-DD hh:mm` of 2026 in Shanghai. */
export function on(text: string): Date {
  return new Date(`2026-${text.replace(' ', 'T')}:00+08:00`);
}

/** The action a person of `people` takes; the system acts without an account. */
export function actionOf(deed: Deed, at: Date): CaseAction {
  const [who, kind, data] = deed;
  const actorId = who === 'system' ? null : who;
  // The pair of kind and data was typed together in Deed; TypeScript loses that in the spread.
  return { kind, data, at, actorId, actorUnitId: people[who]?.unitId ?? null } as CaseAction;
}

/** One deed on a case. */
export function attempt(
  fold: CaseFold | null,
  deed: Deed,
  at: Date,
  type: CaseTypeDefinition,
  around: Pick<ActionContext, 'form' | 'openChildren' | 'openCallers' | 'imported'> = {},
): ActionOutcome {
  const relations = new Set(people[deed[0]]?.relations ?? []);
  return applyAction(fold, actionOf(deed, at), { type, holidays: holidays2025And2026, relations, ...around });
}

/** Plays deeds an hour apart from 2 March 2026 09:00 (or at their own times); a refused one ends the test. */
export function play(
  deeds: readonly Deed[],
  type: CaseTypeDefinition = caseType(),
): { fold: CaseFold; actions: CaseAction[]; at: Date } {
  let fold: CaseFold | null = null;
  let at = on('03-02 08:00');
  const actions: CaseAction[] = [];
  for (const deed of deeds) {
    at = deed[3] === undefined ? new Date(at.getTime() + 3_600_000) : on(deed[3]);
    const outcome = attempt(fold, deed, at, type);
    if (!outcome.ok) throw new Error(`${deed[0]} ${deed[1]} refused: ${outcome.code} in ${outcome.state}`);
    fold = outcome.fold;
    actions.push(outcome.action);
  }
  if (fold === null) throw new Error('nothing played');
  return { fold, actions, at };
}

/** Plays deeds and tells how the last one was refused; null when it was not. */
export function refusalOfLast(deeds: readonly Deed[], type: CaseTypeDefinition = caseType()): string | null {
  const last = deeds.at(-1);
  if (!last) throw new Error('nothing to play');
  const { fold, at } = play(deeds.slice(0, -1), type);
  const outcome = attempt(fold, last, last[3] ? on(last[3]) : new Date(at.getTime() + 3_600_000), type);
  return outcome.ok ? null : outcome.code;
}

export const unitTarget = { target: { kind: 'unit', unitId: 'property' } } as const;
export const report: Deed = ['resident', 'report', { photos: 0 }];
export const dispatched: readonly Deed[] = [report, ['desk', 'accept', {}], ['desk', 'dispatch', unitTarget]];
export const inHand: readonly Deed[] = [...dispatched, ['worker', 'take', {}]];
export const handled: readonly Deed[] = [...inHand, ['worker', 'handle', { result: 'solved', photos: 0 }]];
export const closed: readonly Deed[] = [...handled, ['checker', 'check-pass', { photos: 0 }]];
