import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { QueryView } from '../parts/query-view.tsx';
import { WordsForm, type WordsStepProps } from './words-form.tsx';

/** The words, once the kinds of report are known. */
export function WordsStep(props: WordsStepProps) {
  const query = useListCaseTypes({ for: 'report' }, { staleTimeMs: 3_600_000 });
  return <QueryView query={query}>{({ types }) => <WordsForm {...props} types={types} />}</QueryView>;
}
