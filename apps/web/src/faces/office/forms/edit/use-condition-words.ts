import type { RowCondition } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { useFormTags } from '../../../../features/forms/use-form-tags.ts';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';

/** A condition over rows in words a department reads: 居住状况是独居，并且年龄不小于 60. */
export function useConditionWords(): (condition: RowCondition) => string {
  const { t } = useTranslation('forms');
  const words = useFieldWords();
  const tags = useFormTags();
  type On = Extract<RowCondition, { op: 'has' }>['on'];
  const nameOf = (on: On) =>
    on.from === 'field' ? words.label(on.noun, on.field) : t(on.from === 'age' ? 'condition.age' : 'condition.kind');
  function sayValue(on: On, value: string | number | boolean): string {
    if (on.from === 'field') return words.value(on.noun, on.field, value);
    return on.from === 'kind' ? words.kind(String(value)) : String(value);
  }
  function say(condition: RowCondition): string {
    switch (condition.op) {
      case 'all':
      case 'any':
        return condition.of
          .map((one) => (one.op === 'any' && condition.op === 'all' ? `（${say(one)}）` : say(one)))
          .join(t(`condition.${condition.op}`));
      case 'not':
        return t('condition.not', { what: say(condition.of) });
      case 'has':
        return t('condition.has', { what: nameOf(condition.on) });
      case 'tag':
        return t('condition.tag', { tag: tags.words(condition.tag) });
      case 'in':
        return t('condition.in', {
          what: nameOf(condition.on),
          values: condition.values.map((value) => sayValue(condition.on, value)).join(t('condition.or')),
        });
      case 'compare':
        return t(`condition.by.${condition.by}`, {
          what: nameOf(condition.on),
          value: sayValue(condition.on, condition.value),
        });
    }
  }
  return say;
}
