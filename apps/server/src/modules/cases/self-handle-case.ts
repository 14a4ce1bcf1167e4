import { type CaseAfterView, type OutputOf, type ParsedInputOf, selfHandleCase } from '@linli/contract';
import { type Actor, applyAction, type CaseAction, type CaseFold } from '@linli/domain';
import type { Database } from '../../platform/db/database.ts';
import { actorKey, inputHash } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import { actorWords } from './actor-words.ts';
import { caseColumns } from './case-columns.ts';
import type { CaseDeps } from './deps.ts';
import { drawSample } from './handle-case.ts';
import { type Intake, submitReport } from './intake.ts';
import { aboutOf, intakeItem } from './intake-item.ts';
import type { StoredAction } from './new-case.ts';
import { offeredActions } from './offered-actions.ts';
import { refuseAction, refuseCalendar } from './refuse-action.ts';
import { channelFor, placeReport, reportableType, reporterKindFor, requireFiles } from './report-input.ts';
import { validateForm } from './validate-form.ts';

type Input = ParsedInputOf<typeof selfHandleCase>;

/** Seen and solved on the spot: reported and handled in one go, checked by sample, never by the same worker. */
export async function solveOnTheSpot(
  database: Database,
  deps: CaseDeps,
  intake: Intake,
  call: { actor: Actor; input: Input; now: Date; requestId: string },
): Promise<OutputOf<typeof selfHandleCase>> {
  const { actor, input, now } = call;
  const catalogue = deps.catalogue.get();
  const type = reportableType(catalogue, input.typeCode);
  const kind = reporterKindFor(actor, type, false);
  const { located, place } = placeReport(deps.places.get(), input.place, undefined, type);
  const form = validateForm(type.definition, input.form, deps.directory.get());
  const before = [...new Set(input.before)];
  const after = [...new Set(input.after)];
  await database.asSystem(async (db) => {
    await requireFiles(db, before, 'before', now);
    await requireFiles(db, after, 'after', now);
  });
  const by = actorWords(actor, deps.directory.get(), located.path);
  const actions: StoredAction[] = [];
  const folds: CaseFold[] = [];
  const act = (action: CaseAction, photos: number, needed: number) => {
    const outcome = apply(folds.at(-1) ?? null, action, {
      type: type.definition,
      holidays: catalogue.holidays,
      relations: new Set(['anyone', 'handler']),
    });
    if (!outcome.ok) refuseAction(outcome, type.definition, { photos, needed, ticked: [] });
    actions.push({ action: outcome.action, byWords: by.words });
    folds.push(outcome.fold);
    return outcome.fold;
  };
  const who = { at: now, actorId: actor.accountId, actorUnitId: by.unitId };
  const { evidence } = type.definition;
  act(
    { kind: 'report', ...who, data: { reporterId: actor.accountId, reporterKind: kind, photos: before.length } },
    before.length,
    evidence.report,
  );
  const fold = act(
    {
      kind: 'handle',
      ...who,
      data: { result: 'solved', words: input.done, photos: after.length, sampled: drawSample(type.definition) },
    },
    after.length,
    evidence.handle,
  );
  const id = newId();
  const facts = {
    ...caseColumns(fold, null),
    visibility: type.definition.visibility,
    path: located.path,
    reporter_id: actor.accountId,
    about_unit_ids: aboutOf({ type, form, visibility: type.definition.visibility }),
  };
  const can = offeredActions(fold, facts, actor, by.unitId, now, type.definition);
  const item = intakeItem(
    {
      id,
      type,
      actor,
      reporterId: actor.accountId,
      channel: channelFor(kind),
      visibility: type.definition.visibility,
      urgent: false,
      words: input.words,
      form,
      located,
      place,
      actions,
      folds,
      ruleKey: null,
      tried: [],
      unitKind: null,
      files: [
        ...before.map((hash) => ({ hash, phase: 'report' as const, seq: 1 })),
        ...after.map((hash) => ({ hash, phase: 'handle' as const, seq: 2 })),
      ],
      now,
    },
    {
      requestId: call.requestId,
      actorKey: actorKey(actor),
      operation: selfHandleCase.name,
      inputHash: inputHash(selfHandleCase, input),
    },
    { state: fold.state, seq: actions.length, can },
  );
  return (await submitReport(intake, item)) as CaseAfterView; // the contract's guard parses it on the way out
}

function apply(...args: Parameters<typeof applyAction>): ReturnType<typeof applyAction> {
  try {
    return applyAction(...args);
  } catch (error) {
    return refuseCalendar(error);
  }
}
