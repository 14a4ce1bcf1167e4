import type { advanceCase, OutputOf, ParsedInputOf } from '@linli/contract';
import { type CaseAction, currentStage, formAsked } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import { Refusal, refuse } from '../../platform/errors.ts';
import { type Acting, type ActingCall, actOnCase } from './act-on-case.ts';
import { keepSession } from './bookings/keep-session.ts';
import { requireCompleteFile } from './case-file/require-complete-file.ts';
import { draftChild, insertChildren } from './child-case.ts';
import type { CaseDeps } from './deps.ts';
import { drawSample } from './handle-case.ts';
import { validateFields } from './validate-form.ts';
import type { WantedAction } from './wanted-action.ts';

type Input = ParsedInputOf<typeof advanceCase>;
type AdvanceStep = WantedAction & { data: Extract<CaseAction, { kind: 'advance' }>['data'] };

/**
 * One way out of the stage the case stands at. What was agreed becomes child cases in the same transaction; they are recorded before
 * the step itself, since that may end the case.
 */
export async function advanceStage(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: Input },
): Promise<OutputOf<typeof advanceCase>> {
  const { input } = call;
  let children: OutputOf<typeof advanceCase>['children'] = [];
  const after = await actOnCase(db, deps, call, async (acting) => {
    const advance = wantedStep(deps, input, acting);
    await keepToStage(db, deps, call, acting, advance);
    const drafted = draftDuties(deps, call, acting);
    children = await insertChildren(
      db,
      drafted.map(({ item }) => item),
    );
    return [...drafted.map(({ action }) => ({ ...action, as: 'handler' as const })), advance];
  });
  return { ...after, children };
}

function wantedStep(deps: CaseDeps, input: Input, { loaded, type }: Acting): AdvanceStep {
  const stage = currentStage(loaded.fold, type);
  // Of another stage than the one it stands at the form cannot be judged; the table refuses it by name.
  const isHere = stage?.key === input.stage;
  const form = isHere ? validateFields(formAsked(stage, input.outcome), input.form, deps.directory.get()) : input.form;
  return {
    kind: 'advance',
    data: {
      stage: input.stage,
      outcome: input.outcome,
      form,
      photos: input.photos.length,
      sampled: drawSample(type),
      ...(input.words ? { words: input.words } : {}),
      ...(input.attendance.length > 0 ? { attendance: input.attendance } : {}),
      ...(input.duties.length > 0 ? { children: input.duties.length } : {}),
    },
    photos: input.photos,
    phase: 'handle',
  };
}

/** What a way out asks of the file, and what the step books; of a stage it does not stand at the table speaks. */
async function keepToStage(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: Input },
  { loaded, type, relations }: Acting,
  { data }: AdvanceStep,
): Promise<void> {
  const stage = currentStage(loaded.fold, type);
  const outcome = stage?.outcomes.find(({ key }) => key === data.outcome);
  if (!stage || !outcome || stage.key !== data.stage || !stage.by.some((one) => relations.has(one))) return;
  if (outcome.fileComplete) await requireCompleteFile(db, loaded, type);
  const step = { loaded, type, stage, outcome: outcome.key, form: data.form ?? {}, now: call.now };
  await keepSession(db, deps.directory.get(), step);
}

function draftDuties(deps: CaseDeps, call: ActingCall & { input: Input }, { loaded, type }: Acting) {
  const { actor, now, input } = call;
  const typeCode = currentStage(loaded.fold, type)?.duties?.typeCode;
  if (input.duties.length > 0 && typeCode === undefined) refuse('duty-not-asked');
  return input.duties.map((duty, index) =>
    ofRow(`duties.${index}`, () =>
      draftChild(deps, {
        parent: loaded.row,
        stage: input.stage,
        actor,
        now,
        wish: { ...duty, typeCode: typeCode ?? '', form: {} },
      }),
    ),
  );
}

/** What is wrong with a field of one duty is said of that row. */
function ofRow<T>(row: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const fields = error instanceof Refusal ? error.more.fields : undefined;
    if (!fields) throw error;
    return refuse('input-invalid', {}, { fields: fields.map((one) => ({ ...one, path: `${row}.${one.path}` })) });
  }
}
