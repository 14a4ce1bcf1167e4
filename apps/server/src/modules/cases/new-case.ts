import {
  type Actor,
  aboutUnit,
  applyAction,
  type CaseAction,
  type CaseFold,
  type CaseRelation,
  type CaseTypeDefinition,
  chooseTarget,
  dayOf,
  type FormValues,
  type HolidayTable,
  type TriedRule,
} from '@linli/domain';
import type { Directory, Target } from '../org/index.ts';
import type { Located } from '../places/index.ts';
import { actorWords } from './actor-words.ts';
import type { CaseType } from './catalogue.ts';
import { refuseAction, refuseCalendar } from './refuse-action.ts';

/** An action with who did it in words: one row of the story. */
export interface StoredAction {
  action: CaseAction;
  byWords: string;
}

export interface NewCase {
  actions: readonly StoredAction[];
  /** The case after each action. */
  folds: readonly CaseFold[];
  fold: CaseFold;
  target: Target | null;
  ruleKey: string | null;
  tried: readonly TriedRule[];
}

export interface NewCaseInput {
  type: CaseType;
  actor: Actor;
  /** Whose report it is; null = anonymous. */
  reporterId: string | null;
  /** As what; absent for a child case, which is never reported by hand. */
  reporterKind?: 'anonymous' | 'resident' | 'worker' | 'desk' | 'unit' | 'committee' | 'import';
  channel: string;
  located: Located;
  place: { lng: number | null; lat: number | null; address: string };
  form: FormValues;
  urgent: boolean;
  photos: number;
  now: Date;
  seenAt: string | null;
  /** Given to this unit whatever the rules say, until the end of a day. */
  sendTo?: { unitId: string; name: string; handleBy?: string | undefined };
}

/**
 * The first actions of a case: reported, accepted at once where the type says so, dispatched where a rule finds somebody.
 * Pure; throws refusals (a year without holiday table, evidence missing).
 */
export function beginCase(input: NewCaseInput, deps: { directory: Directory; holidays: HolidayTable }): NewCase {
  const { type, now, located } = input;
  const by = actorWords(input.actor, deps.directory, located.path);
  const actions: StoredAction[] = [];
  const folds: CaseFold[] = [];
  let fold: CaseFold | null = null;

  const act = (action: CaseAction, relation: CaseRelation, byWords: string): CaseFold => {
    const outcome = applyAction(fold, action, {
      type: type.definition,
      holidays: deps.holidays,
      relations: new Set([relation]),
      form: input.form,
    });
    if (!outcome.ok)
      return refuseAction(outcome, type.definition, {
        photos: input.photos,
        needed: type.definition.evidence.report,
        ticked: [],
      });
    actions.push({ action: outcome.action, byWords });
    folds.push(outcome.fold);
    return outcome.fold;
  };

  try {
    const data = {
      reporterId: input.reporterId,
      ...(input.reporterKind ? { reporterKind: input.reporterKind } : {}),
      photos: input.photos,
      ...(input.seenAt ? { seenAt: input.seenAt } : {}),
    };
    fold = act(
      { kind: 'report', at: now, actorId: input.actor.accountId, actorUnitId: by.unitId, data },
      'anyone',
      by.words,
    );
    for (const { accountId, unitId } of namedReporters(input, deps.directory))
      fold = act({ kind: 'join', at: now, actorId: null, data: { reporterId: accountId, unitId } }, 'system', '系统');
    if (type.definition.accept !== 'at-once' && !input.sendTo)
      return { actions, folds, fold, target: null, ruleKey: null, tried: [] };
    fold = act({ kind: 'accept', at: now, actorId: null, data: {} }, 'system', '系统');
    if (input.sendTo) {
      const { unitId, name, handleBy } = input.sendTo;
      const data = { target: { kind: 'unit' as const, unitId }, ...(handleBy ? { handleBy } : {}) };
      fold = act({ kind: 'dispatch', at: now, actorId: null, data }, 'system', '系统');
      const target: Target = { kind: 'unit', unitId, postId: null, unitKind: null, name, standIn: false };
      return { actions, folds, fold, target, ruleKey: null, tried: [] };
    }
    const chosen = chooseTarget(type.definition.dispatch, dispatchFacts(input));
    const target = deps.directory.resolve(chosen.target, { siteId: located.siteId, path: located.path }, dayOf(now));
    const withheld = target !== null && isWithheld(type.definition, input.form, target, deps.directory);
    if (!target || target.kind === 'desk' || withheld)
      return { actions, folds, fold, target: null, ruleKey: chosen.ruleKey, tried: chosen.tried };
    fold = act(
      { kind: 'dispatch', at: now, actorId: null, data: { target: caseTarget(target, chosen.ruleKey) } },
      'system',
      '系统',
    );
    return { actions, folds, fold, target, ruleKey: chosen.ruleKey, tried: chosen.tried };
  } catch (error) {
    return refuseCalendar(error);
  }
}

/** Who answers today for the units that the form names as reporting together; never whoever wrote it. */
function namedReporters(
  { type, form, reporterId, now }: NewCaseInput,
  directory: Directory,
): { accountId: string; unitId: string }[] {
  const found = new Map<string, string>();
  for (const { key, joins } of type.definition.form) {
    const units = joins ? form[key] : undefined;
    for (const unitId of Array.isArray(units) ? units : [])
      for (const accountId of directory.accountsOf({ unitId, postId: null }, dayOf(now)))
        if (accountId !== reporterId && !found.has(accountId)) found.set(accountId, unitId);
  }
  return [...found].map(([accountId, unitId]) => ({ accountId, unitId }));
}

/** Whom a sealed matter is about does not get it, whatever the rules say; nor is it left open in a pool. Such a case waits at the desk. */
export function isWithheld(type: CaseTypeDefinition, form: FormValues, target: Target, directory: Directory): boolean {
  if (type.visibility !== 'sealed') return false;
  const unitId = target.postId ? directory.posts.get(target.postId)?.unitId : target.unitId;
  return target.kind === 'pool' || (typeof unitId === 'string' && unitId === aboutUnit(type, form));
}

export function dispatchFacts(
  input: Pick<NewCaseInput, 'located' | 'place' | 'channel' | 'urgent' | 'now'> & { form: Record<string, unknown> },
) {
  const { located, place } = input;
  const local = new Date(input.now.getTime() + 8 * 3_600_000); // +08:00 without summer time
  return {
    form: input.form,
    place: {
      path: located.path,
      address: place.address,
      hasPoint: place.lng !== null,
      level: located.areas.length,
      area: located.areas.at(-1)?.name ?? '',
      kind: located.areas.at(-1)?.kind ?? '',
      gridKind: located.areas[1]?.kind ?? '',
    },
    channel: input.channel,
    urgent: input.urgent,
    hour: local.getUTCHours(),
    weekday: ((local.getUTCDay() + 6) % 7) + 1,
  };
}

export function caseTarget(target: Target, ruleKey: string | null) {
  return {
    kind: target.kind,
    ...(target.unitId ? { unitId: target.unitId } : {}),
    ...(target.postId ? { postId: target.postId } : {}),
    ...(ruleKey ? { ruleKey } : {}),
  };
}
