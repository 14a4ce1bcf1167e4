import type { FieldCondition, FormField, LocalText } from '@linli/domain';

/** An answer as the editor names it; of a yes-or-no `yes` and `no`. */
export type ChosenAnswer = string;

/** What can be answered; `label` null = the editor's own word. */
export function answersOf(field: FormField | undefined): { value: ChosenAnswer; label: LocalText | null }[] {
  if (field?.kind === 'boolean') return ['true', 'false'].map((value) => ({ value, label: null }));
  return (field?.options ?? []).map(({ value, label }) => ({ value, label }));
}

/** The condition of these answers, as a pack writes it: one alone, several as a list. None yet: the first that can be answered. */
export function conditionOf(
  field: FormField | undefined,
  answers: readonly ChosenAnswer[],
): FieldCondition | undefined {
  if (field === undefined) return undefined;
  if (field.kind === 'number') return { field: field.key, is: 0 };
  const first = answers[0] ?? answersOf(field)[0]?.value;
  if (first === undefined) return undefined;
  if (field.kind === 'boolean') return { field: field.key, is: (answers.at(-1) ?? first) === 'true' };
  return { field: field.key, is: answers.length > 1 ? [...answers] : first };
}
