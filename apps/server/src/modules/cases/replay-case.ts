import type { importCase, ParsedInputOf } from '@linli/contract';
import {
  type Actor,
  aboutUnit,
  applyAction,
  type CaseAction,
  type CaseFold,
  type CaseRelation,
  chooseTarget,
  dayOf,
  type FormValues,
  type HolidayTable,
} from '@linli/domain';
import { refuse } from '../../platform/errors.ts';
import type { Directory, Target } from '../org/index.ts';
import type { Located } from '../places/index.ts';
import type { CaseType } from './catalogue.ts';
import { caseTarget, dispatchFacts, isWithheld, type StoredAction } from './new-case.ts';
import { refuseAction, refuseCalendar } from './refuse-action.ts';

interface Past {
  input: ParsedInputOf<typeof importCase>;
  actor: Actor;
  type: CaseType;
  located: Located;
  place: { lng: number | null; lat: number | null; address: string };
  form: Record<string, unknown>;
  urgent?: boolean;
}

interface Played {
  actions: readonly StoredAction[];
  folds: readonly CaseFold[];
  fold: CaseFold;
  ruleKey: string | null;
  unitKind: string | null;
}

/**
 * A past case as the loop's own actions at the source's instants: reported, accepted and dispatched when it was reported; taken and
 * handled, or declined, when it was closed. The same table and clocks as for a living case decide; nothing is written past them.
 */
export function replayCase(past: Past, deps: { directory: Directory; holidays: HolidayTable }): Played {
  const { input, actor, type } = past;
  const reportedAt = new Date(input.reportedAt);
  const actions: StoredAction[] = [];
  const folds: CaseFold[] = [];

  const act = (action: CaseAction, relation: CaseRelation): CaseFold => {
    const outcome = applyAction(folds.at(-1) ?? null, action, {
      type: type.definition,
      holidays: deps.holidays,
      relations: new Set([relation]),
      form: past.form as FormValues, // validated against the type before
    });
    if (!outcome.ok) return refuseAction(outcome, type.definition, { photos: 0, needed: 1, ticked: [] });
    actions.push({ action: outcome.action, byWords: actor.kind === 'system' ? '' : '导入' });
    folds.push(outcome.fold);
    return outcome.fold;
  };

  const by = (at: Date) => ({ at, actorId: actor.accountId });
  // What another site's server shares is taken over by the product itself, nobody's account.
  const reporter = actor.kind === 'system' ? 'system' : 'anyone';
  const sender = actor.kind === 'system' ? 'system' : 'desk';
  // `source` is kept with the report: story and audit show where it came from.
  const report = { reporterId: null, reporterKind: 'import' as const, photos: 0, source: input.source };
  try {
    act({ kind: 'report', ...by(reportedAt), data: report }, reporter);
    let fold = act({ kind: 'accept', ...by(reportedAt), data: {} }, sender);
    const { closed } = input;
    const closedAt = closed ? new Date(closed.at) : null;
    if (closed?.outcome === 'declined') {
      fold = act({ kind: 'decline', ...by(new Date(closed.at)), data: { reason: closed.words } }, 'desk');
      return { actions, folds, fold, ruleKey: null, unitKind: null };
    }
    const { target, ruleKey } = targetOf(past, deps.directory);
    if (target || closedAt) {
      const sent = target ?? desk;
      fold = act({ kind: 'dispatch', ...by(reportedAt), data: { target: caseTarget(sent, ruleKey) } }, sender);
    }
    if (closed && closedAt) {
      fold = act({ kind: 'take', ...by(closedAt), data: {} }, 'handler');
      const data = { result: closed.outcome, words: closed.words, photos: 0, sampled: false };
      fold = act({ kind: 'handle', ...by(closedAt), data }, 'handler');
    }
    return { actions, folds, fold, ruleKey, unitKind: target?.unitKind ?? null };
  } catch (error) {
    return refuseCalendar(error);
  }
}

const desk: Target = { kind: 'desk', unitId: null, postId: null, unitKind: null, name: '', standIn: false };

function targetOf(past: Past, directory: Directory): { target: Target | null; ruleKey: string | null } {
  const { input, type, located, place, form } = past;
  const now = new Date(input.reportedAt);
  if (input.unitId) {
    const unit = directory.units.get(input.unitId);
    if (!unit?.active || unit.siteId !== located.siteId) return refuse('target-invalid');
    if (type.definition.visibility === 'sealed' && unit.id === aboutUnit(type.definition, form as FormValues))
      return refuse('about-cannot-handle');
    return { target: { ...desk, kind: 'unit', unitId: unit.id, name: unit.name }, ruleKey: null };
  }
  const facts = dispatchFacts({ form, located, place, channel: 'import', urgent: past.urgent === true, now });
  const { target, ruleKey } = chooseTarget(type.definition.dispatch, facts);
  const found = directory.resolve(target, { siteId: located.siteId, path: located.path }, dayOf(now));
  return found && found.kind !== 'desk' && !isWithheld(type.definition, form as FormValues, found, directory) // validated against the type before
    ? { target: found, ruleKey }
    : { target: null, ruleKey: null };
}
