import fc from 'fast-check';
import { allowedActions, type CaseActor, hasJustRunOut } from './allowed-actions.ts';
import { type CaseAction, caseActionData } from './case-action.ts';
import type { CaseFold } from './case-fold.ts';
import type { CasePart } from './case-parts.ts';
import { hasPartJustRunOut, isPartRunning } from './case-parts.ts';
import { attempt, caseType, type Deed, dispatched, on, people } from './case-play.fixture.ts';
import { refuseUnsigned } from './case-signing.ts';
import { CaseStage } from './case-stage.ts';
import { type CaseActionKind, caseActionKinds } from './case-state.ts';
import { type CaseTypeDefinition, clockNames } from './case-type.ts';
import { currentStage, timeoutAt } from './stage-rules.ts';

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
const quiet: readonly CaseActionKind[] = [
  'note',
  'contact',
  'urge',
  'supervise',
  'join',
  'tick',
  'remind',
  'escalate',
  'open-child',
  'retype',
  'answer',
  'ask-exclusion',
];
/** A procedure with everything in it: parts, a meeting, a second person, a date that starts a clock, a window, the reporter, who signs. */
function procedure(order: 'together' | 'in-order'): CaseTypeDefinition['stages'] {
  const way = (key: string, to: string) => ({ key, label: { zh: key }, to });
  return [
    {
      key: 'sign-in',
      name: { zh: '报到' },
      by: ['handler', 'desk', 'checker'],
      limit: { value: 1, unit: 'work-day' },
      parts: { order, limit: { value: 4, unit: 'work-hour' } },
      outcomes: [way('ready', 'meeting')],
    },
    {
      key: 'meeting',
      name: { zh: '会商' },
      by: ['desk', 'handler'],
      form: [{ key: 'day', kind: 'date', label: { zh: '约定日期' }, required: true }],
      meeting: { absences: 2 },
      outcomes: [way('again', 'meeting'), way('agreed', 'decision')],
    },
    {
      key: 'decision',
      name: { zh: '决定' },
      by: ['handler', 'desk', 'checker', 'supervisor', 'duty-chief'],
      notSameAs: ['meeting'],
      limit: { value: 1, unit: 'work-day' },
      limitFrom: { stage: 'meeting', field: 'day' },
      outcomes: [way('back', 'sign-in'), { ...way('told', 'objection'), reason: true, publish: true }],
    },
    {
      key: 'objection',
      name: { zh: '异议期' },
      by: ['reporter', 'desk'],
      limit: { value: 2, unit: 'day' },
      onTimeout: 'silent',
      signing: { document: 'answer', on: ['objects'], least: 1 },
      outcomes: [
        { ...way('silent', 'handled'), result: 'explained' },
        way('objects', 'meeting'),
        way('later', 'objection'),
      ],
    },
  ].map((stage) => CaseStage.parse(stage));
}

const item = { key: 'cleared', label: { zh: '已清理' }, kind: 'standard', photo: false } as const;
export const anyType = fc
  .record({
    mode: fc.constantFrom<CaseTypeDefinition['checking']['mode']>('all', 'sample', 'reporter', 'none'),
    selfHandle: fc.boolean(),
    withChecklist: fc.boolean(),
    clocks: fc.subarray([...clockNames]),
    days: fc.constantFrom<'every-day' | 'work-days'>('every-day', 'work-days'),
    stages: fc.constantFrom<CaseTypeDefinition['stages']>([], [], procedure('together'), procedure('in-order')),
  })
  .map(({ mode, selfHandle, withChecklist, clocks, days, stages }) => {
    const all = caseType().deadlines;
    const deadlines = Object.fromEntries(clocks.flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
    const checking = { mode, samplePercent: 100 };
    const checklist = withChecklist ? [item] : [];
    return caseType({
      checking,
      selfHandle,
      checklist,
      deadlines,
      stages,
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
  const stages = definition.stages.length > 0;
  const parts = [
    { unitId: stages ? 'water' : 'property', lead: !stages && pick % 2 === 0 },
    { unitId: 'fire', lead: !stages && pick % 2 === 1 },
  ];
  const stage = fold && currentStage(fold, definition);
  const timeout = fold && timeoutAt(fold, at, definition);
  const ways = stage?.outcomes ?? [];
  const way = ways[pick % Math.max(1, ways.length)]?.key ?? 'none';
  const isUnsigned = fold && stage && refuseUnsigned(fold, stage, way, { photos: 0 }) !== null;
  const chosen = isUnsigned ? 'later' : way;
  const out = people[who]?.relations.includes('system') ? timeout?.outcome : chosen;
  const runningPart = fold?.parts.find(isPartRunning);
  const outPart = fold?.parts.find((part) => hasPartJustRunOut(part, at));
  const runningClock = clockNames.find((name) => {
    const clock = fold?.clocks[name];
    return clock && !clock.stoppedAt && !clock.pausedAt;
  });
  const outClock = clockNames.find((name) => {
    const clock = fold?.clocks[name];
    return clock && hasJustRunOut(clock, at);
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
    ground: 'duplicate',
    childId: `child-${pick}`,
    typeCode: 'duty',
    version: 1,
    from: 'clutter',
    callerId: `caller-${pick}`,
    stage: stage?.key ?? 'none',
    outcome: out ?? 'none',
    writtenAt: fold?.stageEnteredAt?.toISOString() ?? at.toISOString(),
    agrees: pick % 4 !== 0,
    form: stage?.form.length ? { day: '2026-03-20' } : {},
    attendance:
      stage?.meeting && pick % 2 === 0
        ? fold?.parts.map(({ unitId }, index) => ({ unitId, status: index === 0 ? 'absent' : 'present' }))
        : [],
    // A newcomer unless he reports it himself: the desk adds callers.
    reporterId: kind === 'join' && (who === 'desk' || who === 'chief') ? `caller-${pick}-${at.getTime()}` : undefined,
  };
  if (kind === 'handle') data.form = {};
  if (kind === 'remind' || kind === 'escalate') Object.assign(data, ofPart(runningClock, runningPart));
  if (kind === 'overdue') Object.assign(data, ofPart(outClock, outPart));
  const defined = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  // Parsed by the very schema of this kind, so kind and data belong together.
  return [who, kind, caseActionData[kind].parse(defined)] as unknown as Deed;
}

/** A clock of the case itself comes first; else the clock of a part, which goes by the name `stage`. */
function ofPart(own: string | undefined, part: CasePart | undefined): { clock?: string; unitId: string | undefined } {
  return own || !part ? { unitId: undefined } : { clock: 'stage', unitId: part.unitId };
}

const force = [
  { unitId: 'water', lead: false },
  { unitId: 'fire', lead: false },
];
const begun: readonly Deed[] = [...dispatched, ['worker', 'take', {}], ['desk', 'split', { parts: force }]];
const answered: readonly Deed[] = [
  ...begun,
  ['plumber', 'finish-part', { unitId: 'water', photos: 0 }],
  ['fireman', 'finish-part', { unitId: 'fire', photos: 0 }],
  ['desk', 'advance', { stage: 'sign-in', outcome: 'ready', photos: 0 }],
];
const agreed: readonly Deed[] = [
  ...answered,
  ['desk', 'advance', { stage: 'meeting', outcome: 'agreed', form: { day: '2026-03-20' }, photos: 0 }],
];
const told: readonly Deed[] = [
  ...agreed,
  ['supervisor', 'advance', { stage: 'decision', outcome: 'told', words: '同意', photos: 0 }],
];
/** Where a walk through a procedure may begin: random steps alone seldom get that far. */
export const starts = fc.constantFrom<readonly Deed[]>(begun, answered, agreed, told);

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
