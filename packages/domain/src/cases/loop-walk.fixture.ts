import fc from 'fast-check';
import { allowedActions, type CaseActor } from './allowed-actions.ts';
import { type CaseAction, caseActionData } from './case-action.ts';
import type { CaseFold } from './case-fold.ts';
import { attempt, caseType, type Deed, on, people } from './case-play.fixture.ts';
import { type CaseActionKind, caseActionKinds } from './case-state.ts';
import { type CaseTypeDefinition, clockNames } from './case-type.ts';

type Step = { who: string; willing: boolean; pick: number; minutes: number };
type Move = { before: CaseFold | null; action: CaseAction; after: CaseFold; who: string };

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(...Object.keys(people)),
  /** Picks among what is allowed, the rarer things first; otherwise anything at all. */
  willing: fc.boolean(),
  pick: fc.nat(10_000),
  minutes: fc.oneof(fc.nat(90), fc.nat(3 * 24 * 60)),
});
export const anyWalk = fc.array(step, { minLength: 8, maxLength: 40, size: 'max' });
/** Things so often possible that a walk choosing evenly would do little else. */
const quiet: readonly CaseActionKind[] = ['note', 'contact', 'urge', 'supervise', 'join', 'tick', 'remind', 'escalate'];
const item = { key: 'cleared', label: { zh: '已清理' }, kind: 'standard', photo: false } as const;
export const anyType = fc
  .record({
    mode: fc.constantFrom<CaseTypeDefinition['checking']['mode']>('all', 'sample', 'reporter', 'none'),
    selfHandle: fc.boolean(),
    withChecklist: fc.boolean(),
    clocks: fc.subarray([...clockNames]),
    days: fc.constantFrom<'every-day' | 'work-days'>('every-day', 'work-days'),
  })
  .map(({ mode, selfHandle, withChecklist, clocks, days }) => {
    const all = caseType().deadlines;
    const deadlines = Object.fromEntries(clocks.map((name) => [name, all[name]]));
    const checking = { mode, samplePercent: 100 };
    const checklist = withChecklist ? [item] : [];
    return caseType({
      checking,
      selfHandle,
      checklist,
      deadlines,
      serviceHours: { from: '08:30', until: '17:30', days },
    });
  });
/** Data that fits the case, so that only state, person and windows can refuse it. */
export function fittingDeed(
  definition: CaseTypeDefinition,
  who: string,
  kind: CaseActionKind,
  fold: CaseFold | null,
  at: Date,
  pick: number,
): Deed {
  const reason = '有原因';
  const parts = [
    { unitId: 'property', lead: pick % 2 === 0 },
    { unitId: 'fire', lead: pick % 2 === 1 },
  ];
  const runningClock = clockNames.find((name) => {
    const clock = fold?.clocks[name];
    return clock && !clock.stoppedAt && !clock.pausedAt;
  });
  const outClock = clockNames.find((name) => {
    const clock = fold?.clocks[name];
    return clock && !clock.stoppedAt && !clock.pausedAt && !clock.ranOutAt && at >= clock.dueAt;
  });
  const data = {
    reason,
    parentId: 'parent',
    target: pick % 2 === 0 ? { kind: 'unit', unitId: 'property' } : { kind: 'pool' },
    ruling: pick % 5 === 0,
    rightUnit: 'water',
    result: 'solved',
    photos: 3,
    ticked: definition.checklist.map((listed) => listed.key),
    sampled: pick % 3 !== 0,
    score: (pick % 5) + 1,
    words: '几句话',
    reached: pick % 2 === 0,
    channel: 'phone',
    key: 'cleared',
    done: pick % 4 !== 0,
    parts: kind === 'split' ? parts : undefined,
    unitId: people[who]?.unitId ?? 'none',
    clock: (kind === 'overdue' ? outClock : runningClock) ?? 'handle',
    // A newcomer unless he reports it himself: the desk adds callers.
    reporterId: kind === 'join' && (who === 'desk' || who === 'chief') ? `caller-${pick}-${at.getTime()}` : undefined,
  };
  const defined = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  // Parsed by the very schema of this kind, so kind and data belong together.
  return [who, kind, caseActionData[kind].parse(defined)] as unknown as Deed;
}

export function wander(definition: CaseTypeDefinition, steps: readonly Step[], prefix: readonly Deed[] = []): Move[] {
  const moves: Move[] = [];
  let fold: CaseFold | null = null;
  let at = on('03-02 09:00');
  for (const deed of prefix) go(deed, 30);
  for (const { who, willing, pick, minutes } of steps) {
    const [person, kind] = willing ? choice(pick) : ([who, caseActionKinds[pick % caseActionKinds.length]] as const);
    if (kind) go(fittingDeed(definition, person, kind, fold, at, pick), minutes);
  }
  return moves;

  function go(deed: Deed, minutes: number): void {
    const next = new Date(at.getTime() + minutes * 60_000);
    const outcome = attempt(fold, deed, next, definition);
    if (!outcome.ok) return;
    moves.push({ before: fold, action: outcome.action, after: outcome.fold, who: deed[0] });
    fold = outcome.fold;
    at = next;
  }

  function choice(pick: number): readonly [string, CaseActionKind | undefined] {
    const offers = Object.keys(people).flatMap((person) =>
      allowedActions(fold, actorOf(person), at, definition)
        .filter((kind) => pick % 3 === 0 || !quiet.includes(kind))
        .map((kind) => [person, kind] as const),
    );
    return offers[pick % Math.max(1, offers.length)] ?? ['resident', 'report'];
  }
}

export function actorOf(who: string): CaseActor {
  const person = people[who];
  return {
    accountId: who === 'system' ? null : who,
    unitId: person?.unitId ?? null,
    relations: new Set(person?.relations),
  };
}
