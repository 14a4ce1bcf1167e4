import { ApiError, OfflineError } from '@linli/client';
import type { CaseDetail, CurrentStage } from '@linli/contract';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAdvanceCase } from '../../../features/cases/advance-case.ts';
import { stageFields } from '../../../features/cases/stage-form.ts';
import { typeFormValues } from '../../../features/cases/type-form.ts';
import { useClient } from '../../../features/client-context.tsx';
import type { CallError } from '../../../features/operation-hooks.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { type FormValues, photosOf } from '../../../ui/form-field.ts';
import { FormRenderer } from '../../../ui/form-renderer.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { CallProblem } from '../parts/call-problem.tsx';
import parts from '../parts/parts.module.css';

export type StageDialogProps = {
  readonly detail: CaseDetail;
  readonly stage: CurrentStage;
  readonly outcome: CurrentStage['outcomes'][number];
  readonly onClose: () => void;
};

/** One way out of a step that is up to the reporter, with what it asks. */
export function StageDialog({ detail, stage, outcome, onClose }: StageDialogProps) {
  const { t } = useTranslation(['resident', 'common']);
  const read = useReadText();
  const toast = useToast();
  const client = useClient();
  const advance = useAdvanceCase();
  const hashes = useRef(new Map<string, string>());
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [seq] = useState(detail.seq);
  const labels = {
    words: outcome.reason ? t('resident:stages.reason') : t('resident:stages.words'),
    photos: t('resident:stages.photos'),
  };
  const fields = stageFields(detail, stage, read, {}, labels, outcome).map((field) =>
    field.key === 'words' ? { ...field, required: outcome.reason } : field,
  );

  async function submit(values: FormValues): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      for (const { id, blob } of photosOf(values.photos)) {
        if (!hashes.current.has(id)) hashes.current.set(id, (await client.uploadFile(blob)).hash);
      }
      await advance.mutateAsync({
        caseId: detail.id,
        seq,
        stage: stage.key,
        outcome: outcome.key,
        form: typeFormValues(stage, values),
        words: typeof values.words === 'string' ? values.words.trim() : '',
        photos: photosOf(values.photos).flatMap(({ id }) => hashes.current.get(id) ?? []),
      });
      toast({ words: t('resident:stages.done'), tone: 'good' });
      onClose();
    } catch (cause) {
      if (!(cause instanceof ApiError || cause instanceof OfflineError)) throw cause;
      setError(cause);
    } finally {
      setBusy(false);
    }
  }

  const problems = error instanceof ApiError ? error.fields : [];
  return (
    <Dialog open title={read(outcome.label)} onClose={onClose}>
      <div className={parts.stack}>
        {outcome.publish ? <p>{t('resident:stages.publishes')}</p> : null}
        <FormRenderer
          fields={fields}
          onSubmit={(values) => void submit(values)}
          serverProblems={Object.fromEntries(problems.map(({ path, message }) => [path, message]))}
          submitLabel={read(outcome.label)}
          busy={isBusy}
        >
          <CallProblem error={error} />
        </FormRenderer>
      </div>
    </Dialog>
  );
}
