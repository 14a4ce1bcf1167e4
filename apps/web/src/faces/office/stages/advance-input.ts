import type { CallInput } from '@linli/client';
import type { advanceCase, CaseDetail, CurrentStage, finishPart, splitCase } from '@linli/contract';
import { sentFormValues } from '../../../features/cases/type-form.ts';
import type { FormValue } from '../../../ui/form-field.ts';

type Attendance = NonNullable<CallInput<typeof advanceCase>['attendance']>[number];

/** What the dialog of a stage holds; names are the contract's paths, so that the server's problems find their field. */
export type AdvanceValues = {
  form?: Record<string, FormValue>;
  words?: string;
  photos?: string[];
  attendance?: { unitId: string; status: Attendance['status'] }[];
  duties?: { unitId: string; words: string; handleBy: string }[];
};

/** One way out of the stage as the contract takes it. */
export function advanceInput(
  detail: Pick<CaseDetail, 'id' | 'seq'>,
  stage: CurrentStage,
  outcome: string,
  values: AdvanceValues,
): CallInput<typeof advanceCase> {
  return {
    caseId: detail.id,
    seq: detail.seq,
    stage: stage.key,
    outcome,
    form: sentFormValues(stage, values.form ?? {}),
    words: values.words?.trim() ?? '',
    photos: values.photos ?? [],
    attendance: stage.meeting ? (values.attendance ?? []) : [],
    duties: stage.duties === null ? [] : (values.duties ?? []),
  };
}

export type SplitValues = { parts: { unitId: string; words?: string; dueDay?: string }[] };

/** The task force as the contract takes it: the first unit leads. */
export function splitInput(
  detail: Pick<CaseDetail, 'id' | 'seq'>,
  { parts }: SplitValues,
): CallInput<typeof splitCase> {
  return {
    caseId: detail.id,
    seq: detail.seq,
    parts: parts.map(({ unitId, words, dueDay }, index) => ({
      unitId,
      // Where a stage waits for one unit’s answer that unit answers; nobody leads it.
      lead: index === 0 && parts.length > 1,
      ...(words === undefined || words.trim() === '' ? {} : { words: words.trim() }),
      ...(dueDay === undefined || dueDay === '' ? {} : { dueDay }),
    })),
  };
}

/**
 * The task force as it stands, the leading unit first, for forming it anew. A new one begins with two rows: the unit that has the case
 * leads, so that whoever is asked to answer is not made the lead by being named first.
 */
export function splitValues({
  parts,
  holder,
  type,
  form,
}: Pick<CaseDetail, 'parts' | 'holder' | 'form'> & { readonly type: Pick<CaseDetail['type'], 'form'> }): {
  parts: Partial<SplitValues['parts'][number]>[];
} {
  const lead = holder?.kind === 'unit' && holder.id !== null ? { unitId: holder.id } : {};
  if (parts.length === 0) {
    // Begun with the units the report asks for; those that report it together are not asked.
    const wanted = type.form
      .filter(({ kind, joins }) => kind === 'units' && joins !== true)
      .flatMap(({ key }) => [form[key]].flat())
      .filter((unitId): unitId is string => typeof unitId === 'string' && unitId !== lead.unitId)
      .map((unitId) => ({ unitId }));
    return { parts: [lead, ...(wanted.length === 0 ? [{}] : wanted)] };
  }
  const ordered = [...parts.filter(({ lead }) => lead), ...parts.filter(({ lead }) => !lead)];
  return { parts: ordered.map(({ unitId, asked }) => ({ unitId, words: asked })) };
}

export type PartValues = {
  unitId?: string;
  answer: NonNullable<CallInput<typeof finishPart>['answer']>;
  words?: string;
  photos?: string[];
};

/** A unit's answer as the contract takes it. */
export function partInput(
  detail: Pick<CaseDetail, 'id' | 'seq'>,
  { unitId, answer, words, photos }: PartValues,
): CallInput<typeof finishPart> {
  return {
    caseId: detail.id,
    seq: detail.seq,
    answer,
    words: words?.trim() ?? '',
    photos: photos ?? [],
    ...(unitId === undefined ? {} : { unitId }),
  };
}
