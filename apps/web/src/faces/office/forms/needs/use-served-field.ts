import { findRegisterField, type SubjectNoun } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { useReadText } from '../../../../features/use-read-text.ts';

/** What can be served beside the fields of the registers. */
export const servedBesides = ['name', 'kind', 'address', 'committee', 'micro-grid'] as const;

/** How a served field reads. */
export function useServedField(): (noun: SubjectNoun, field: string) => string {
  const { t } = useTranslation('forms');
  const read = useReadText();
  return (noun, field) => {
    const beside = servedBesides.find((each) => each === field);
    if (beside !== undefined) return t(`besides.${beside}`);
    const found = findRegisterField(noun, field);
    return found === undefined ? field : read(found.label);
  };
}
