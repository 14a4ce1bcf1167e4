import {
  type Actor,
  applyAction,
  type CaseAction,
  type CaseActionKind,
  type CaseFold,
  type CaseRelation,
  type ClockName,
  clockNames,
  hasPartJustRunOut,
  isOpen,
  refusalFor,
  systemActor,
  type TriedRule,
  timeoutAt,
} from '@linli/domain';
import { actorWords } from '../../../apps/server/src/modules/cases/actor-words.ts';
import { ladderKey, ladderSteps, nextWake } from '../../../apps/server/src/modules/cases/case-columns.ts';
import { beginCase } from '../../../apps/server/src/modules/cases/new-case.ts';
import { type CaseFacts, relationsTo } from '../../../apps/server/src/modules/cases/policy.ts';
import type { Report } from './draw-report.ts';
import type { World } from './world.ts';

/** One action with everything the product would store of it. */
export interface PlayedStep {
  action: CaseAction;
  byWords: string;
  fold: CaseFold;
  unitKind: string | null;
  /** The unit that took the case from a pool. */
  takenUnitId: string | null;
  event: Record<string, unknown>;
  photos: number;
}

/** An action as a story wants it. */
export type Deed = {
  [K in CaseActionKind]: { kind: K; data: Extract<CaseAction, { kind: K }>['data'] };
}[CaseActionKind] & {
  /** The kind of unit whose pool it goes to, with a dispatch to a pool. */
  unitKind?: string | null;
};

/**
 * A case as it is told: every deed goes through the loop's own table under the relations the policy gives the actor, and time only
 * passes through `until`, which lets clocks run out and takes the steps of the ladder as the product's worker would.
 */
export interface CasePlay {
  readonly report: Report;
  readonly fold: CaseFold;
  readonly steps: readonly PlayedStep[];
  readonly ruleKey: string | null;
  readonly tried: readonly TriedRule[];
  /** Lets time pass; false when the instant lies after now, and the story ends there. */
  until(at: Date): boolean;
  /** Whether the actor could do it at that instant, as far as can be said without its data. */
  can(actor: Actor, kind: CaseActionKind, at: Date): boolean;
  /** Does it. Throws when the product would refuse. */
  act(actor: Actor, at: Date, deed: Deed): void;
  facts(): CaseFacts;
  /** Something that happens beside the story if the case is still open by then. */
  aside(at: Date, happen: (at: Date) => void): void;
}

export function startPlay(report: Report, world: World, start: 'report' | 'on-the-spot'): CasePlay {
  const { type, located } = report;
  const { definition } = type;
  const { directory } = world;
  const { holidays } = world.catalogue;
  const steps: PlayedStep[] = [];
  const asides: { at: Date; happen: (at: Date) => void }[] = [];
  const ladder: { clock: ClockName; afterMinutes: number; unitId: string | undefined; at: Date }[] = [];
  let ruleKey: string | null = null;
  let tried: readonly TriedRule[] = [];
  let unitKind: string | null = null;
  let takenUnitId: string | null = null;

  const lastFold = (): CaseFold => {
    const fold = steps.at(-1)?.fold;
    if (!fold) throw new Error('a case begins with a report');
    return fold;
  };
  const facts = (): CaseFacts => {
    const { target, handlerId, handlerIds, parts } = lastFold();
    return {
      visibility: report.visibility,
      path: located.path,
      reporter_id: report.reporterId,
      target_kind: target?.kind ?? null,
      target_unit_id: target?.kind === 'pool' && handlerId ? takenUnitId : (target?.unitId ?? null),
      target_post_id: target?.postId ?? null,
      target_unit_kind: target?.kind === 'pool' ? unitKind : null,
      handler_id: handlerId,
      handler_ids: handlerIds,
      part_unit_ids: parts.map((part) => part.unitId),
      about_unit_ids: [],
    };
  };
  const relations = (actor: Actor): ReadonlySet<CaseRelation> =>
    relationsTo(actor, facts(), actor.accountId !== null && lastFold().reporterIds.includes(actor.accountId));

  function act(
    actor: Actor,
    at: Date,
    deed: Deed,
    event: Record<string, unknown> = {},
    given?: ReadonlySet<CaseRelation>,
  ): void {
    const by = actorWords(actor, directory, located.path);
    const fold = steps.at(-1)?.fold ?? null;
    // Kind and data were typed together in Deed; the spread loses that.
    const action = {
      kind: deed.kind,
      data: deed.data,
      at,
      actorId: actor.accountId,
      actorUnitId: by.unitId,
    } as CaseAction;
    const outcome = applyAction(fold, action, { type: definition, holidays, relations: given ?? relations(actor) });
    if (!outcome.ok) throw new Error(`${definition.code}: ${deed.kind} refused, ${outcome.code} in ${outcome.state}`);
    if (deed.kind === 'dispatch') {
      unitKind = deed.unitKind ?? null;
      takenUnitId = null;
    }
    if (deed.kind === 'take' && outcome.fold.target?.kind === 'pool') takenUnitId = by.unitId;
    const photos = 'photos' in deed.data ? deed.data.photos : 0;
    steps.push({ action: outcome.action, byWords: by.words, fold: outcome.fold, unitKind, takenUnitId, event, photos });
  }

  function takenSteps(): Set<string> {
    const { clocks, parts } = lastFold();
    return new Set(
      ladder.flatMap(({ clock, afterMinutes, unitId, at }) => {
        const part = parts.find((one) => one.unitId === unitId);
        const startedAt = unitId === undefined ? clocks[clock]?.startedAt : part?.startedAt;
        return startedAt && at >= startedAt ? [ladderKey(clock, afterMinutes, startedAt, unitId)] : [];
      }),
    );
  }

  /** What ran out by then is recorded; a waiting window that is over goes its way. */
  function recordRunOut(at: Date): void {
    for (const clock of clockNames) {
      const state = lastFold().clocks[clock];
      if (state && !state.window && !state.stoppedAt && !state.pausedAt && !state.ranOutAt && state.dueAt <= at)
        act(systemActor, at, { kind: 'overdue', data: { clock } });
    }
    for (const part of lastFold().parts)
      if (hasPartJustRunOut(part, at))
        act(systemActor, at, { kind: 'overdue', data: { clock: 'stage', unitId: part.unitId } });
    const timeout = timeoutAt(lastFold(), at, definition);
    if (timeout) act(systemActor, at, { kind: 'advance', data: { ...timeout, photos: 0 } });
  }

  /** What the worker does when the case's alarm rings. */
  function ring(at: Date): void {
    recordRunOut(at);
    const check = lastFold().clocks.check;
    if (definition.checking.mode === 'reporter' && lastFold().state === 'handled' && check && check.dueAt <= at) {
      act(systemActor, at, { kind: 'check-pass', data: { photos: 0 } });
      return;
    }
    for (const step of ladderSteps(lastFold(), definition, takenSteps())) {
      if (step.at > at) break;
      const { clock, afterMinutes, unitId } = step;
      const data = { clock, afterMinutes, ...(unitId === undefined ? {} : { unitId }) };
      const event = { notify: [...step.notify] };
      ladder.push({ clock, afterMinutes, unitId, at });
      act(systemActor, at, { kind: step.action === 'remind' ? 'remind' : 'escalate', data }, event);
      if (step.action === 'supervise' && !lastFold().supervised)
        act(systemActor, at, { kind: 'supervise', data: {} }, event);
    }
  }

  function letClocksRun(until: Date): void {
    for (;;) {
      const wake = nextWake(lastFold(), definition, takenSteps());
      if (!wake || wake > until) return;
      ring(new Date(Math.max(wake.getTime(), lastFold().lastAt.getTime())));
    }
  }

  function until(at: Date): boolean {
    const end = at > world.now ? world.now : at;
    for (let next = asides[0]; next && next.at <= end; next = asides[0]) {
      asides.shift();
      letClocksRun(next.at);
      if (isOpen(lastFold().state) && next.at >= lastFold().lastAt) next.happen(next.at);
    }
    letClocksRun(end);
    return at <= world.now;
  }

  if (start === 'report') {
    const begun = beginCase(
      { ...report, photos: report.photos, now: report.at, seenAt: null },
      { directory, holidays },
    );
    ruleKey = begun.ruleKey;
    tried = begun.tried;
    begun.actions.forEach(({ action, byWords }, n) => {
      const fold = begun.folds[n];
      if (!fold) throw new Error('a fold is missing');
      if (action.kind === 'dispatch') unitKind = begun.target?.unitKind ?? null;
      steps.push({
        action,
        byWords,
        fold,
        unitKind,
        takenUnitId: null,
        event: {},
        photos: action.kind === 'report' ? report.photos : 0,
      });
    });
  } else {
    const data = { reporterId: report.reporterId, reporterKind: report.reporterKind, photos: report.photos };
    act(report.actor, report.at, { kind: 'report', data }, {}, new Set(['anyone', 'handler']));
  }

  return {
    report,
    get fold() {
      return lastFold();
    },
    steps,
    get ruleKey() {
      return ruleKey;
    },
    get tried() {
      return tried;
    },
    until,
    can: (actor, kind, at) =>
      refusalFor(
        kind,
        lastFold(),
        {
          accountId: actor.accountId,
          unitId: actorWords(actor, directory, located.path).unitId,
          relations: relations(actor),
        },
        at,
        definition,
      ) === null,
    act: (actor, at, deed) =>
      act(
        actor,
        at,
        deed,
        {},
        start === 'on-the-spot' && deed.kind === 'handle' && steps.length === 1
          ? new Set(['anyone', 'handler'])
          : undefined,
      ),
    facts,
    aside(at, happen) {
      asides.push({ at, happen });
      asides.sort((a, b) => a.at.getTime() - b.at.getTime());
    },
  };
}
