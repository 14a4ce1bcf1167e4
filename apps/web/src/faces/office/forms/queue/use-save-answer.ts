import { useState } from 'react';
import { useAnswerQuestions } from '../../../../features/forms/answer-questions.ts';
import type { AnswerValue } from './answer-control.tsx';
import { secondsSinceLast } from './entry-clock.ts';

const problems = [
  'not-found',
  'not-asked',
  'required',
  'correction-needed',
  'too-long',
  'not-an-option',
  'wrong-format',
  'too-small',
  'too-big',
  'field-restricted',
  'code-taken',
  'correction-asked',
  'correction-pending',
] as const;
export type AnswerProblem = (typeof problems)[number] | 'not-sent';

/** Saves one answer at once; says how many forms it served, or what is wrong with it. */
export function useSaveAnswer({ subjectId, field }: { readonly subjectId: string; readonly field: string }) {
  const { mutateAsync, isPending } = useAnswerQuestions();
  const [served, setServed] = useState<number | null>(null);
  const [problem, setProblem] = useState<AnswerProblem | null>(null);

  async function save(answer: { value: AnswerValue } | { unknown: string }): Promise<void> {
    try {
      const result = await mutateAsync({
        answers: [{ subjectId, field, ...answer }],
        tookSeconds: secondsSinceLast(),
        // What was answered a moment ago may be put right.
        confirms: served !== null,
      });
      const [refused] = result.refused;
      setProblem(refused === undefined ? null : (problems.find((each) => each === refused.problem) ?? 'wrong-format'));
      if (refused === undefined) setServed((before) => before ?? result.forms);
    } catch {
      setProblem('not-sent');
    }
  }
  return { save, saving: isPending, served, problem };
}
