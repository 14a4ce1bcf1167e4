import type { CaseDetail, CurrentStage, PartView, StageView } from '@linli/contract';
import {
  type Actor,
  type CaseActionKind,
  type CaseStage,
  type CaseTypeDefinition,
  currentStage,
  type FormValues,
  isOpen,
  isPartRunning,
  mayInUnit,
  stageOf,
  tellsReporter,
} from '@linli/domain';
import type { Directory } from '../org/index.ts';
import type { Catalogue } from './catalogue.ts';
import type { LoadedCase } from './load-case.ts';
import { type StageWalk, thisRound, walkStages } from './stage-walk.ts';

/** What the views of a procedure are drawn from. `works`: the reader works on the case; others see names, times and what they are told. */
export interface StageReader {
  actor: Actor;
  works: boolean;
  /** Whose report it is; not who joined. */
  isFirstReporter: boolean;
  can: readonly CaseActionKind[];
  type: CaseTypeDefinition;
  directory: Directory;
  catalogue: Catalogue;
  photos: readonly { hash: string; seq: number }[];
  now: Date;
}

/** The procedure in order, with where the case stands. */
export function stageViews(loaded: LoadedCase, reader: StageReader): StageView[] {
  const { type } = reader;
  const walks = walkStages(loaded.actions, loaded.fold, type);
  const standsAt = type.stages.findIndex((stage) => stage.key === loaded.fold.stage);
  const ended = loaded.fold.lastStage !== null && loaded.fold.stage === null;
  return type.stages.map((stage, index) => {
    const walk = walks.get(stage.key);
    const passedBy = ended || !isOpen(loaded.fold.state) || index < standsAt;
    const ahead = passedBy ? 'skipped' : 'ahead';
    const seen = walk ? 'done' : ahead;
    return stageView(stage, walk, stage.key === loaded.fold.stage ? 'current' : seen, reader);
  });
}

function stageView(
  stage: CaseStage,
  walk: StageWalk | undefined,
  state: StageView['state'],
  { works, isFirstReporter, directory, photos }: StageReader,
): StageView {
  const step = works ? walk?.advance : undefined;
  const data = step?.action.data;
  const seqs = step ? [...step.signs, step.row].map(({ seq }) => seq) : [];
  const taken = stage.outcomes.find((o) => o.key === walk?.advance?.action.data.outcome);
  // How it ended is the answer: whoever reported it reads that in words too.
  const outcome = works || (isFirstReporter && taken?.to === 'handled') ? taken : undefined;
  return {
    key: stage.key,
    name: stage.name,
    state,
    enteredAt: walk?.enteredAt.toISOString() ?? null,
    leftAt: walk?.leftAt?.toISOString() ?? null,
    dueAt: works ? (walk?.dueAt?.toISOString() ?? null) : null,
    overdue: works && (walk?.overdue ?? false),
    told: walk ? (stage.told ?? null) : null,
    times: walk?.times ?? 0,
    outcome: outcome ? { key: outcome.key, label: outcome.label } : null,
    by: step?.row.by_words ?? '',
    words: data?.words ?? '',
    form: works ? (data?.form ?? {}) : toldAnswers(stage, isFirstReporter ? walk : undefined),
    photos: photos.filter((p) => seqs.includes(p.seq)).map((p) => p.hash),
    attendance: (data?.attendance ?? []).map(({ unitId, status }) => ({
      unitId,
      unitName: directory.units.get(unitId)?.name ?? '',
      status,
    })),
  };
}

/** What whoever reported it may read of a stage's form. */
function toldAnswers({ form }: CaseStage, walk: StageWalk | undefined): FormValues {
  const answers = walk?.advance?.action.data.form ?? {};
  const told = new Set(form.flatMap((field) => (field.told === true ? [field.key] : [])));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => told.has(key)));
}

/** What the stage asks now, for who works on the case and for whoever it is up to. */
export function currentView(loaded: LoadedCase, reader: StageReader): CurrentStage | null {
  const { fold } = loaded;
  const stage = fold.state === 'in-hand' ? currentStage(fold, reader.type) : null;
  const mayTake = reader.can.includes('advance');
  if (!stage || !(reader.works || mayTake)) return null;
  const named = (made: { typeCode: string } | undefined) => {
    const found = made && reader.catalogue.types.get(made.typeCode);
    return found ? { typeCode: found.definition.code, typeName: found.definition.name } : null;
  };
  return {
    key: stage.key,
    name: stage.name,
    hint: stage.hint ?? null,
    dueAt: fold.clocks.stage?.stoppedAt === null ? fold.clocks.stage.dueAt.toISOString() : null,
    mayTake,
    form: stage.form,
    evidence: stage.evidence,
    meeting: stage.meeting !== undefined,
    parts: stage.parts?.order ?? null,
    duties: named(stage.duties),
    opens: named(stage.opens),
    outcomes: stage.outcomes.map(({ key, label, reason, publish, childrenClosed, fileComplete, bare, to }) => ({
      tells: tellsReporter(reader.type.stages, { reason, to }),
      key,
      label,
      reason,
      publish,
      childrenClosed,
      fileComplete,
      bare: bare ?? false,
      ends: to === 'handled',
    })),
  };
}

/** The task force, each unit with what is asked of it, its clock and its answer; for who works on the case. */
export function partViews({ fold, actions }: LoadedCase, reader: StageReader): PartView[] {
  if (!reader.works) return [];
  return fold.parts.map((part) => {
    const mine = mayInUnit(reader.actor, 'cases:handle', part.unitId);
    const answered = thisRound(actions).findLast(
      (row) => row.kind === 'finish-part' && row.data.unitId === part.unitId,
    );
    return {
      unitId: part.unitId,
      unitName: reader.directory.units.get(part.unitId)?.name ?? '',
      lead: part.lead,
      asked: part.words ?? '',
      dueAt: part.dueAt?.toISOString() ?? null,
      overdue: part.ranOutAt !== null || (isPartRunning(part) && part.dueAt !== null && part.dueAt <= reader.now),
      finishedAt: part.finishedAt?.toISOString() ?? null,
      answer: part.answer,
      words: part.answerWords ?? '',
      photos: part.finishedAt ? reader.photos.filter((p) => p.seq === answered?.seq).map((p) => p.hash) : [],
      mine,
      owed: mine && !part.lead && part.finishedAt === null && reader.can.includes('finish-part'),
    };
  });
}

/** The answer shown to everybody, and the way out that published it. */
export function publishedView({ fold, actions }: LoadedCase, type: CaseTypeDefinition): CaseDetail['published'] {
  if (fold.publishedAt === null) return null;
  const step = actions.findLast((row) => row.kind === 'advance' && row.data.publish === true);
  const stage = stageOf(String(step?.data.stage ?? ''), type);
  const outcome = stage?.outcomes.find((o) => o.key === step?.data.outcome)?.label ?? null;
  return { at: fold.publishedAt.toISOString(), words: fold.answer ?? '', outcome };
}
