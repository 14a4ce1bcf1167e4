import { useTranslation } from 'react-i18next';
import { useChangeFields } from '../../../../features/registers/change-fields.ts';
import { useMergeSubjects } from '../../../../features/registers/merge-subjects.ts';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import { WordsItem } from '../../actions/words-item.tsx';
import { type PairField, winningEntries } from './pair-fields.ts';
import type { SamePair } from './same-pair.ts';

export type MergeFormProps = {
  readonly pair: SamePair;
  readonly keep: 'one' | 'other';
  readonly rows: readonly PairField[];
  readonly wins: Readonly<Record<string, 'one' | 'other'>>;
  readonly onClose: () => void;
};

/** Joins the two, then enters what of the other one shall stand; what another body owns becomes a request to it. */
export function MergeForm({ pair, keep, rows, wins, onClose }: MergeFormProps) {
  const { t } = useTranslation(['registers', 'common']);
  const words = useFieldWords();
  const merge = useMergeSubjects();
  const change = useChangeFields();
  const kept = pair[keep];
  const gone = keep === 'one' ? pair.other : pair.one;
  const entries = winningEntries(rows, wins, keep);

  async function submit({ reason }: { reason: string }): Promise<void> {
    await merge.mutateAsync({ keepId: kept.id, goneId: gone.id, reason });
    if (entries.length > 0) await change.mutateAsync({ subjectId: kept.id, fields: entries, reason });
  }

  const taken = entries.map(({ code }) => words.label(kept.noun, code)).join(t('common:listJoin'));
  return (
    <ActionForm<{ reason: string }>
      title={t('registers:same.mergeTitle', { name: kept.name })}
      explains={
        entries.length === 0
          ? t('registers:same.mergeExplains')
          : t('registers:same.mergeExplainsTaken', { fields: taken })
      }
      submitLabel={t('registers:same.merge')}
      doneWords={t('registers:same.mergeDone')}
      onSubmit={submit}
      onClose={onClose}
    >
      <WordsItem name="reason" required min={2} max={200} label={t('registers:same.reason')} />
    </ActionForm>
  );
}
