import { type FormRows, fieldsOfNoun, readRowCondition, type SubjectNoun, subjectNouns } from '@linli/domain';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadText } from '../../../../features/use-read-text.ts';
import styles from '../forms.module.css';
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
      {rows.by === 'subject' ? <Condition rows={rows} onChange={(next) => onChange({ rows: next })} /> : null}
    </>
  );
}

type ConditionProps = {
  readonly rows: Extract<FormRows, { by: 'subject' }>;
  readonly onChange: (rows: FormRows) => void;
};

/** The condition is read as it is typed; a field and its value can be put in from lists. */
function Condition({ rows, onChange }: ConditionProps) {
  const { t } = useTranslation('forms');
  const read = useReadText();
  const [field, setField] = useState<string | null>(null);
  const when = rows.when ?? '';
  const state = when === '' ? null : readRowCondition(when, rows.noun);
  const codes = fieldsOfNoun(rows.noun).filter(({ kind }) => kind === 'code' || kind === 'boolean');
  const chosen = codes.find(({ code }) => code === field);

  function set(text: string): void {
    const { when: _before, ...others } = rows;
    onChange(text.trim() === '' ? others : { ...others, when: text });
  }
  function add(value: string): void {
    if (field === null) return;
    const literal = value === 'true' || value === 'false' ? value : JSON.stringify(value);
    set(`${when === '' ? '' : `${when} && `}field.${field} == ${literal}`);
    setField(null);
  }

  return (
    <>
      <label htmlFor="form-when">
        {t('edit.when')}
        <Input
          id="form-when"
          value={when}
          maxLength={500}
          placeholder={t('edit.whenAll')}
          spellCheck={false}
          {...(state?.ok === false ? { status: 'error' } : {})}
          onChange={({ target }) => set(target.value)}
        />
        {state?.ok === false ? <span className={styles.bad}>{t('edit.whenWrong', { error: state.error })}</span> : null}
      </label>
      <div className={styles.item}>
        <span>{t('edit.whenAdd')}</span>
        <span className={styles.answer}>
          <Select<string | null>
            aria-label={t('edit.whenField')}
            value={field}
            placeholder={t('edit.whenField')}
            onChange={setField}
            style={{ flex: 1, minWidth: 0 }}
            showSearch={{ optionFilterProp: 'label' }}
            options={codes.map(({ code, label }) => ({ value: code, label: read(label) }))}
          />
          <Select<string | null>
            aria-label={t('edit.whenValue')}
            value={null}
            placeholder={t('edit.whenValue')}
            disabled={chosen === undefined}
            onChange={(value) => {
              if (value !== null) add(value);
            }}
            style={{ flex: 1, minWidth: 0 }}
            options={
              chosen?.kind === 'boolean'
                ? [
                    { value: 'true', label: t('edit.yes') },
                    { value: 'false', label: t('edit.no') },
                  ]
                : (chosen?.options ?? []).map(({ value, label }) => ({ value, label: read(label) }))
            }
          />
        </span>
      </div>
    </>
  );
}
