import type { CaseDetail } from '@linli/contract';
import type { FormField } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { typeValueWords } from '../../../features/cases/type-form.ts';
import { useListMediators } from '../../../features/org/list-mediators.ts';
import { useListRooms } from '../../../features/org/list-rooms.ts';
import { useListUnits } from '../../../features/org/list-units.ts';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './stages.module.css';

export type FormAnswersProps = {
  readonly fields: readonly FormField[];
  readonly values: CaseDetail['form'];
};

/** A form as it was filled in, in words: units by name, money in yuan. Nothing where nothing was filled in. */
export function FormAnswers({ fields, values }: FormAnswersProps) {
  const wordsOf = useAnswerWords();
  const local = useLocalText();
  const filled = fields.filter(({ key }) => isFilled(values[key]));
  if (filled.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {filled.map((field) => (
        <div key={field.key} style={{ display: 'contents' }}>
          <dt>{local(field.label)}</dt>
          <dd>{wordsOf(field, values[field.key])}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One answer of a form in words. */
export function useAnswerWords(): (field: FormField, value: CaseDetail['form'][string] | undefined) => string {
  const { t } = useTranslation('common');
  const local = useLocalText();
  const { data } = useListUnits({}, { staleTimeMs: 300_000 });
  const mediators = useListMediators({}, { staleTimeMs: 300_000 }).data?.mediators;
  const rooms = useListRooms({}, { staleTimeMs: 300_000 }).data?.rooms;
  return (field, value) => {
    if (typeof value === 'boolean') return t(value ? 'answer.yes' : 'answer.no');
    const named = [...(data?.units ?? []), ...(mediators ?? []), ...(rooms ?? [])];
    return typeValueWords(field, value, local, (id) => named.find((one) => one.id === id)?.name);
  };
}

function isFilled(value: CaseDetail['form'][string] | undefined): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}
