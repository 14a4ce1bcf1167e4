import { fieldsOfNoun, type SubjectNoun } from '@linli/domain';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormTags } from '../../../../features/forms/use-form-tags.ts';
import { subjectKinds } from '../../../../features/registers/subject-kinds.ts';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { useReadText } from '../../../../features/use-read-text.ts';
import styles from '../forms.module.css';

type Option = { readonly value: string; readonly label: string };
type ConditionAdderProps = { readonly noun: SubjectNoun; readonly onAdd: (condition: string) => void };

/** Ages that the law and the street's services draw lines at. */
const agesFrom = [18, 60, 65, 70, 75, 80, 90, 100];
const agesUnder = [3, 6, 16, 18];

/** One more condition from lists: age, kind, tag or a field, then its value; the value is the condition itself. */
export function ConditionAdder({ noun, onAdd }: ConditionAdderProps) {
  const { t } = useTranslation('forms');
  const read = useReadText();
  const words = useFieldWords();
  const { tags } = useFormTags();
  const [chosen, setChosen] = useState<string | null>(null);
  const fields = fieldsOfNoun(noun).filter(({ kind }) => kind === 'code' || kind === 'boolean');

  function valuesOf(what: string): Option[] {
    if (what === 'age')
      return [
        ...agesFrom.map((count) => ({ value: `age >= ${count}`, label: t('edit.atLeast', { count }) })),
        ...agesUnder.map((count) => ({ value: `age < ${count}`, label: t('edit.under', { count }) })),
      ];
    if (what === 'kind')
      return subjectKinds[noun].map((kind) => ({ value: `kind == "${kind}"`, label: words.kind(kind) }));
    if (what === 'tag')
      return tags
        .filter(({ nouns }) => nouns.includes(noun))
        .map(({ code, name, group }) => ({ value: `"${code}" in tags`, label: `${read(group)} · ${read(name)}` }));
    const field = fields.find(({ code }) => `field.${code}` === what);
    if (field?.kind === 'boolean')
      return [
        { value: `${what} == true`, label: t('edit.yes') },
        { value: `${what} == false`, label: t('edit.no') },
      ];
    return (field?.options ?? []).map(({ value, label }) => ({
      value: `${what} == ${JSON.stringify(value)}`,
      label: read(label),
    }));
  }

  const whats: Option[] = [
    ...(noun === 'person' ? [{ value: 'age', label: t('edit.whenAge') }] : []),
    ...(subjectKinds[noun].length > 1 ? [{ value: 'kind', label: t('edit.whenKind') }] : []),
    { value: 'tag', label: t('edit.whenTag') },
    ...fields.map(({ code, label }) => ({ value: `field.${code}`, label: read(label) })),
  ];
  return (
    <div className={styles.item}>
      <span>{t('edit.whenAdd')}</span>
      <span className={styles.pair}>
        <Select<string | null>
          aria-label={t('edit.whenField')}
          value={chosen}
          placeholder={t('edit.whenField')}
          onChange={setChosen}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          options={whats}
        />
        <Select<string | null>
          aria-label={t('edit.whenValue')}
          value={null}
          placeholder={t('edit.whenValue')}
          disabled={chosen === null}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          onChange={(condition) => {
            if (condition === null) return;
            onAdd(condition);
            setChosen(null);
          }}
          options={chosen === null ? [] : valuesOf(chosen)}
        />
      </span>
    </div>
  );
}
