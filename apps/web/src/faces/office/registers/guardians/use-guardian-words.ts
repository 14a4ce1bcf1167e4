import { guardianPapers, guardianRelations } from '@linli/domain';
import { useTranslation } from 'react-i18next';

/** Relations and papers of guardians as one says them; nothing for what this build does not know. */
export function useGuardianWords(): { relation(code: string): string; paper(code: string): string } {
  const { t } = useTranslation('registers');
  return {
    relation(code) {
      const known = guardianRelations.find((one) => one === code);
      return known === undefined ? '' : t(`guardian.relation.${known}`);
    },
    paper(code) {
      const known = guardianPapers.find((one) => one === code);
      return known === undefined ? '' : t(`guardian.paper.${known}`);
    },
  };
}
