import { findRegisterField, subjectNouns } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { useFormTags } from '../../../../features/forms/use-form-tags.ts';
import { useReadText } from '../../../../features/use-read-text.ts';

/** How `noun.field` or `tag.code` of the permitted list reads: 联系电话, 姓名, 住址, 标签：独居老人. */
export function useNeedWords(): (code: string) => string {
  const { t } = useTranslation('forms');
  const read = useReadText();
  const tags = useFormTags();
  return (code) => {
    if (code.startsWith('tag.')) return t('bind.tag', { tag: tags.words(code.slice('tag.'.length)) });
    if (code === 'person.name') return t('besides.name');
    if (code === 'home.address') return t('besides.address');
    const [noun, field = ''] = code.split('.');
    const known = subjectNouns.find((each) => each === noun);
    const found = known === undefined ? undefined : findRegisterField(known, field);
    return found === undefined ? code : read(found.label);
  };
}
