import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { QueryView } from '../parts/query-view.tsx';
import type { ReportDraft } from './report-draft.ts';
import type { ReportStep } from './report-head.tsx';
import type { SentReport } from './send-report.ts';
import { WordsForm } from './words-form.tsx';

export type WordsStepProps = {
  readonly draft: ReportDraft;
  readonly change: (patch: Partial<ReportDraft>) => void;
  readonly elder: boolean;
  readonly go: (to: ReportStep) => void;
  readonly onSent: (sent: SentReport | 'arrived-before') => void;
};

/** The words, once the kinds of report are known. */
export function WordsStep(props: WordsStepProps) {
  const query = useListCaseTypes({ for: 'report' }, { staleTimeMs: 3_600_000 });
  return <QueryView query={query}>{({ types }) => <WordsForm {...props} types={types} />}</QueryView>;
}
