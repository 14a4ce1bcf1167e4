import type { CaseTypeDefinition } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { typeFormFields } from '../../../features/cases/type-form.ts';
import { usePublicUnits } from '../../../features/org/use-public-units.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { findFormProblems } from '../../../ui/form-problems.ts';
import type { ReportDraft } from './report-draft.ts';
import { missingParts } from './report-input.ts';

export interface ReportProblem {
  /** Id of the element that mends it. */
  readonly fieldId: string;
  readonly words: string;
}

/** All that must be mended before sending, in words, in the order of the page. */
export function useReportProblems(draft: ReportDraft, type: CaseTypeDefinition | undefined): ReportProblem[] {
  const { t } = useTranslation(['resident', 'ui']);
  const read = useReadText();
  const missing = missingParts(draft, type);
  const own = (part: 'words' | 'type' | 'photos' | 'place', fieldId: string): ReportProblem[] =>
    missing.includes(part)
      ? [{ fieldId, words: t(`resident:report.missing.${part}`, { count: type?.evidence.report ?? 0 }) }]
      : [];
  const units = usePublicUnits(type);
  const fields = type === undefined ? [] : typeFormFields(type, read, { units });
  const labels = new Map(fields.map(({ key, label }) => [key, label]));
  const asked = findFormProblems(fields, draft.form).map(({ key, code, ...limits }) => ({
    fieldId: `report-${key}`,
    words: t(`ui:problem.${code}`, { label: labels.get(key) ?? '', ...limits }),
  }));
  return [
    ...own('words', 'report-words'),
    ...own('type', 'report-kind'),
    ...asked,
    ...own('photos', 'report-photos'),
    ...own('place', 'report-place'),
  ];
}
