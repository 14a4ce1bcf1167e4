import { useTranslation } from 'react-i18next';
import { useListUnits } from '../../../../features/org/list-units.ts';
import { useListCare } from '../../../../features/registers/list-care.ts';
import { useReadText } from '../../../../features/use-read-text.ts';

export interface CareWords {
  className(classCode: string): string;
  gradeName(classCode: string, gradeCode: string): string;
  /** Both who are responsible: the department's unit and the committee or micro-grid. */
  sides(classCode: string): string;
}

/** Names of care classes, grades and both sides. `enabled` false: nothing is fetched, codes are answered. */
export function useCareWords(enabled = true): CareWords {
  const { t } = useTranslation(['registers', 'common']);
  const read = useReadText();
  const classes = useListCare({ limit: 1 }, { enabled, staleTimeMs: 300_000 }).data?.classes ?? [];
  const units = useListUnits({}, { enabled, staleTimeMs: 300_000 }).data?.units ?? [];
  const classOf = (code: string) => classes.find((one) => one.code === code);
  return {
    className(code) {
      const found = classOf(code);
      return found === undefined ? code : read(found.name);
    },
    gradeName(code, gradeCode) {
      const found = classOf(code)?.grades.find((grade) => grade.code === gradeCode);
      return found === undefined ? gradeCode : read(found.name);
    },
    sides(code) {
      const found = classOf(code);
      if (found === undefined) return '';
      const unit = units.find((one) => one.key === found.departmentKind)?.name ?? found.departmentKind;
      return [unit, t(`registers:care.side.${found.side}`)].join(t('common:listJoin'));
    },
  };
}
