import { type SubjectNoun, subjectNouns } from '@linli/domain';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConditionInput } from './condition-input.tsx';
import { chosenBy, conditionText } from './condition-text.ts';
import type { EditorPart } from './editor-part.ts';

type Choice = SubjectNoun | 'committee' | 'micro-grid';
const choices: readonly Choice[] = [...subjectNouns, 'committee', 'micro-grid'];

/** What a row is (a person, a home, an area with figures) and which of them. */
export function RowsEditor({ definition, onChange }: EditorPart) {
  const { t } = useTranslation('forms');
  const { rows } = definition;
  const choice: Choice = rows.by === 'area' ? rows.level : rows.noun;
  function choose(next: Choice): void {
    if (next === 'committee' || next === 'micro-grid') onChange({ rows: { by: 'area', level: next } });
    else onChange({ rows: { by: 'subject', noun: next, tags: [] } });
  }
  return (
    <>
      <label htmlFor="form-rows">
        {t('edit.rows')}
        <Select<Choice>
          id="form-rows"
          value={choice}
          onChange={choose}
          options={choices.map((value) => ({ value, label: t(`rowsOf.${value}`) }))}
        />
      </label>
      {rows.by === 'subject' ? (
        <ConditionInput
          noun={rows.noun}
          value={conditionText(rows)}
          onChange={(text) => onChange({ rows: { ...chosenBy(rows, text) } })}
        />
      ) : null}
    </>
  );
}
