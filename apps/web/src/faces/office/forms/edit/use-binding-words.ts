import {
  computedColumns,
  type FormRows,
  findRegisterField,
  formFieldKinds,
  linkColumns,
  nounOf,
  rowNoun,
  subjectNouns,
} from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { useFormTags } from '../../../../features/forms/use-form-tags.ts';
import { useReadText } from '../../../../features/use-read-text.ts';
import type { Binding } from './binding.ts';

/** How a binding reads: the field's own name, 年龄, 户主, 问居委会. */
export function useBindingWords(rows: FormRows): (binding: Binding) => string {
  const { t } = useTranslation('forms');
  const read = useReadText();
  const tags = useFormTags();

  function fieldWords(of: string, code: string): string {
    const noun = rowNoun({ rows });
    if (noun === null) return code;
    const owner = of === 'home' || of === 'household' ? nounOf(of, noun) : noun;
    const field = findRegisterField(owner, code);
    if (field === undefined) return code;
    return owner === noun
      ? read(field.label)
      : t('bind.ofOther', { noun: t(`noun.${owner}`), field: read(field.label) });
  }

  return (binding) => {
    const [bind = '', first = '', second = ''] = binding.split('.');
    const computed = computedColumns.find((name) => name === first);
    const link = linkColumns.find((name) => name === first);
    const noun = subjectNouns.find((name) => name === first);
    const kind = formFieldKinds.find((name) => name === first);
    if (bind === 'field') return fieldWords(first, second);
    if (bind === 'computed' && computed !== undefined) return t(`bind.computed.${computed}`);
    if (bind === 'link' && link !== undefined) return t(`bind.link.${link}`);
    if (bind === 'figure' && noun !== undefined) return t(`bind.figure.${noun}`);
    if (bind === 'asked' && kind !== undefined) return t(`bind.asked.${kind}`);
    return t('bind.tag', { tag: tags.words(binding.slice('tag.'.length)) });
  };
}
