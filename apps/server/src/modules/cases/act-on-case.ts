import { type CaseAfterView, stateWords } from '@linli/contract';
import {
  type Actor,
  applyAction,
  type CaseAction,
  type CaseRelation,
  type CaseTypeDefinition,
  currentStage,
} from '@linli/domain';
import { type Db, elevated, writeLater } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { cancelDue, scheduleDue } from '../../platform/jobs/due-work.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { actingUnit } from './acting-unit.ts';
import { actorWords } from './actor-words.ts';
import { caseColumns, nextWake } from './case-columns.ts';
import { type CaseFacts, caseEvent } from './case-event.ts';
import type { CaseDeps } from './deps.ts';
import { type ActionRow, type CaseRow, formOf, getLoadedCase, type LoadedCase } from './load-case.ts';
import { offeredActions } from './offered-actions.ts';
import { findOpenMatters } from './open-matters.ts';
import { maySeeCase, type CaseFacts as PolicyFacts, relationsTo } from './policy.ts';
import { refuseAction, refuseCalendar } from './refuse-action.ts';
import { requireFiles } from './report-input.ts';
import { firstPhoto, insertActions, insertReporters, typeColumns, updateCase } from './store-actions.ts';
import { takenSteps } from './taken-steps.ts';
import type { WantedAction } from './wanted-action.ts';

export interface ActingCall {
  actor: Actor;
  now: Date;
  requestId: string;
  input: { caseId: string; seq?: number | undefined };
}

export interface Acting {
  loaded: LoadedCase;
  type: CaseTypeDefinition;
  relations: ReadonlySet<CaseRelation>;
}

/**
 * One step of the loop: lock, fold, ask the table, write, journal, reset the alarm. `decide` says what is wanted, knowing the case;
 * several actions happen together or not at all.
 */
export async function actOnCase(
  db: Db,
  deps: CaseDeps,
  call: ActingCall,
  decide: (acting: Acting) => readonly WantedAction[] | Promise<readonly WantedAction[]>,
): Promise<CaseAfterView> {
  const loaded = await getLoadedCase(db, call.input.caseId, 'lock');
  const reporter = call.actor.accountId !== null && loaded.fold.reporterIds.includes(call.actor.accountId);
  if (!maySeeCase(call.actor, loaded.row, reporter)) refuse('not-found');
  const type = deps.catalogue.get().definitionOf(loaded.row.type_code, loaded.row.type_version);
  const relations = relationsTo(call.actor, loaded.row, reporter);
  if (call.input.seq !== undefined && call.input.seq !== loaded.row.seq) refuse('changed-meanwhile');
  const wanted = await decide({ loaded, type, relations });
  for (const action of wanted) await requireFiles(db, action.photos ?? [], 'photos', call.now);
  return writeActions(db, deps, { call, loaded, type, relations, wanted });
}

interface Writing extends Acting {
  call: { actor: Actor; now: Date; requestId: string | null };
  wanted: readonly WantedAction[];
}

/** Applies the wanted actions in order and stores what they make of the case. Also used by deadlines, which act as the system. */
export async function writeActions(db: Db, deps: CaseDeps, writing: Writing): Promise<CaseAfterView> {
  const { call, loaded, wanted } = writing;
  let { relations, type } = writing;
  let { row } = loaded;
  const directory = deps.directory.get();
  const by = actorWords(call.actor, directory, row.path);
  const open = await findOpenMatters(db, { row, fold: loaded.fold, type, kinds: wanted.map((w) => w.kind) });
  let fold = loaded.fold;
  let seq = row.seq;
  let unitKind = row.target_unit_kind;
  let takenUnitId = row.target_kind === 'pool' ? row.target_unit_id : null;
  const rows: ActionRow[] = [];
  const events: { kind: string; data: object }[] = [];
  for (const want of wanted) {
    const asked = {
      kind: want.kind,
      at: call.now,
      actorId: call.actor.accountId,
      actorUnitId: want.unitId ?? actingUnit(call.actor, fold, by.unitId),
      data: want.data,
    } as CaseAction; // kind and data come as a pair
    const outcome = apply(fold, asked, {
      type,
      holidays: deps.catalogue.get().holidays,
      relations: want.as ? new Set([...relations, want.as]) : relations,
      form: formOf(row),
      aboutUnitIds: row.about_unit_ids,
      ...(want.becomes ? { newType: want.becomes.definition } : {}),
      ...open,
    });
    if (!outcome.ok) {
      const ticked = 'ticked' in want.data && Array.isArray(want.data.ticked) ? want.data.ticked : [];
      refuseAction(outcome, type, {
        photos: want.photos?.length ?? 0,
        needed: want.kind === 'advance' ? (currentStage(fold, type)?.evidence ?? 0) : type.evidence.handle,
        ticked: [...fold.ticked, ...ticked],
        stage: currentStage(fold, type)?.name.zh ?? stateWords[fold.state].zh,
        openChildren: open.openChildren,
      });
    }
    fold = outcome.fold;
    if (want.becomes) {
      type = want.becomes.definition;
      row = { ...row, ...typeColumns(want.becomes), form: want.becomes.form };
    }
    if (want.kind === 'dispatch') {
      unitKind = want.unitKind ?? null;
      takenUnitId = null;
    }
    // Whoever takes it has it in hand, also for what follows in the same breath.
    if (want.kind === 'take') relations = new Set([...relations, 'handler']);
    if (want.kind === 'take' && fold.target?.kind === 'pool') takenUnitId = by.unitId;
    rows.push({ ...toRow(outcome.action, ++seq), by_words: by.words });
    const event = caseEvent(outcome.action, fold, eventFacts(row, unitKind), want.event ?? {});
    events.push(takenUnitId ? { ...event, data: { ...event.data, unitId: takenUnitId } } : event);
  }
  const columns = caseColumns(fold, unitKind);
  const taken: { target_unit_id?: string } =
    takenUnitId && columns.target_kind === 'pool' && fold.handlerId ? { target_unit_id: takenUnitId } : {};
  await elevated(db, async () => {
    const changed = Object.assign(
      columns,
      taken,
      ...wanted.map(({ becomes }) => (becomes ? typeColumns(becomes) : {})),
      { seq, changed_at: call.now },
      firstPhoto(row, wanted),
    );
    writeLater(db, updateCase(row.id, changed));
    insertActions(db, row.id, rows, wanted);
    await appendJournal(
      db,
      events.map((e) => ({
        at: call.now,
        kind: e.kind,
        noun: 'case',
        nounId: row.id,
        path: row.path,
        actorId: call.actor.accountId,
        requestId: call.requestId,
        data: { ...e.data },
      })),
    );
    const wake = nextWake(fold, type, takenSteps([...loaded.actions, ...rows], fold));
    if (wake) await scheduleDue(db, [{ kind: 'case.clock', key: row.id, at: wake, data: {} }]);
    else await cancelDue(db, 'case.clock', [row.id]);
    insertReporters(
      db,
      row.id,
      fold.reporterIds.filter((id) => !loaded.fold.reporterIds.includes(id)),
      call.now,
    );
  });
  const after: PolicyFacts = {
    visibility: row.visibility,
    path: row.path,
    reporter_id: row.reporter_id,
    target_kind: columns.target_kind,
    target_unit_id: taken.target_unit_id ?? columns.target_unit_id,
    target_post_id: columns.target_post_id,
    target_unit_kind: columns.target_unit_kind,
    handler_id: columns.handler_id,
    handler_ids: columns.handler_ids,
    part_unit_ids: columns.part_unit_ids,
    about_unit_ids: row.about_unit_ids,
  };
  const can = offeredActions(fold, after, call.actor, actingUnit(call.actor, fold, by.unitId), call.now, type);
  return { caseId: row.id, number: row.number, state: fold.state, seq, can };
}

/** Column by column: a row has fifty, and copying all of them costs more than all the rules of an action. */
function eventFacts(row: CaseRow, unitKind: string | null): CaseFacts & { number: string } {
  return {
    number: row.number,
    site_id: row.site_id,
    path: row.path,
    area2_id: row.area2_id,
    area3_id: row.area3_id,
    area4_id: row.area4_id,
    type_code: row.type_code,
    visibility: row.visibility,
    channel: row.channel,
    lng: row.lng,
    lat: row.lat,
    unitKind,
    aboutUnitIds: row.about_unit_ids,
  };
}

function apply(...args: Parameters<typeof applyAction>): ReturnType<typeof applyAction> {
  try {
    return applyAction(...args);
  } catch (error) {
    return refuseCalendar(error);
  }
}

function toRow(action: CaseAction, seq: number): ActionRow {
  return {
    seq,
    kind: action.kind,
    at: action.at,
    actor_id: action.actorId,
    actor_unit_id: action.actorUnitId ?? null,
    by_words: '',
    data: action.data,
    due: action.due ? { ...action.due } : null,
  };
}
