import { type FormColumn, fieldsOfNoun } from '@linli/domain';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useReadText } from '../../../../features/use-read-text.ts';
import styles from '../forms.module.css';
import { ConditionInput } from './condition-input.tsx';
import { chosenBy, conditionText } from './condition-text.ts';

type Figure = Extract<FormColumn, { bind: 'figure' }>;
type FigureEditorProps = { readonly column: Figure; readonly onChange: (column: Figure) => void };

/** Which subjects a figure counts, and whether it counts them or adds up one of their numbers. */
export function FigureEditor({ column, onChange }: FigureEditorProps) {
  const { t } = useTranslation('forms');
  const read = useReadText();
  const numbers = fieldsOfNoun(column.noun).filter(({ kind }) => kind === 'number');
  const id = `figure-sum-${column.key}`;
  return (
    <div className={styles.fields}>
      <ConditionInput
        id={`figure-when-${column.key}`}
        noun={column.noun}
        value={conditionText(column)}
        onChange={(text) => onChange({ ...chosenBy(column, text) })}
      />
      {numbers.length === 0 ? null : (
        <label htmlFor={id}>
          {t('edit.figureSum')}
          <Select<string>
            id={id}
            value={column.sum ?? ''}
            onChange={(code) => {
              const { sum: _before, ...counted } = column;
              onChange(code === '' ? counted : { ...counted, sum: code });
            }}
            options={[
              { value: '', label: t('edit.figureCount') },
              ...numbers.map(({ code, label }) => ({
                value: code,
                label: t('edit.figureSumOf', { field: read(label) }),
              })),
            ]}
          />
        </label>
      )}
    </div>
  );
}
