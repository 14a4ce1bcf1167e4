import type { CaseDetail, CurrentStage } from '@linli/contract';
import { type CaseTypeDefinition, type LocalText, tellsReporter } from '@linli/domain';
import type { FormField } from '../../ui/form-field.ts';
import { type NamedOptions, typeFormFields } from './type-form.ts';

const MAX_PHOTOS = 9;

export interface StageFormWords {
  readonly words: string;
  readonly photos: string;
}

/** What a stage asks on a phone: its own form, words, and photos, with a signature where a paper is due; a bare way out asks words alone. */
export function stageFields(
  detail: Pick<CaseDetail, 'type'>,
  stage: CurrentStage,
  read: (text: LocalText) => string,
  named: NamedOptions,
  labels: StageFormWords,
  outcome?: CurrentStage['outcomes'][number],
): FormField[] {
  const isBare = outcome?.bare === true;
  return [
    ...(isBare ? [] : typeFormFields(stage, read, named)),
    { key: 'words', kind: 'textarea', label: labels.words, maxLength: 2000 },
    {
      key: 'photos',
      kind: 'photo',
      label: labels.photos,
      required: !isBare && stage.evidence > 0,
      min: isBare ? 0 : stage.evidence,
      max: MAX_PHOTOS,
      signable: isPaperDue(detail.type, stage.key),
    },
  ];
}

/** A stage with a paper takes signatures among its photos. */
export function isPaperDue(type: Pick<CaseTypeDefinition, 'stages'>, key: string): boolean {
  return type.stages.some(
    (stage) => stage.key === key && (stage.document !== undefined || stage.signing !== undefined),
  );
}

/**
 * The first stage as it will stand once the case is taken, for whoever takes it: without a network the type alone knows
 * it. Null where another post begins, or where duties, another case or a task force need more than the type tells.
 */
export function firstStageOf(type: CaseTypeDefinition): CurrentStage | null {
  const [stage] = type.stages;
  if (stage === undefined || !stage.by.includes('handler')) return null;
  if (stage.duties !== undefined || stage.opens !== undefined || stage.parts !== undefined) return null;
  return {
    key: stage.key,
    name: stage.name,
    hint: stage.hint ?? null,
    dueAt: null,
    mayTake: true,
    form: stage.form,
    evidence: stage.evidence,
    meeting: stage.meeting !== undefined,
    parts: null,
    duties: null,
    opens: null,
    outcomes: stage.outcomes.map(({ key, label, reason, publish, childrenClosed, fileComplete, bare, to }) => ({
      tells: tellsReporter(type.stages, { reason, to }),
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

/** Where a paper of the case is read; it opens as PDF. */
export function caseDocumentUrl(caseId: string, key: string): string {
  return `/api/case-document?${new URLSearchParams({ caseId, key })}`;
}
