import type { FieldCondition } from './form-field.ts';

/** What is asked conditionally; fields of packs and fields as drawn on a page alike. */
export interface ConditionalField {
  readonly key: string;
  readonly required?: boolean | undefined;
  readonly shownWhen?: FieldCondition | undefined;
  readonly requiredWhen?: FieldCondition | undefined;
}

/**
 * The fields asked while the form stands as it does, each `required` as its conditions make it. In order: what is not asked counts as
 * unanswered for those after it, so that a whole branch goes with its first question.
 */
export function askedFields<F extends ConditionalField>(
  fields: readonly F[],
  values: Readonly<Record<string, unknown>>,
): F[] {
  const answers = new Map<string, unknown>();
  return fields.flatMap((field) => {
    if (field.shownWhen && !conditionHolds(field.shownWhen, answers)) return [];
    answers.set(field.key, values[field.key]);
    const due = field.requiredWhen !== undefined && conditionHolds(field.requiredWhen, answers);
    return [due ? { ...field, required: true } : field];
  });
}

// Compared as text: a page holds numbers as they were typed.
function conditionHolds({ field, is }: FieldCondition, answers: ReadonlyMap<string, unknown>): boolean {
  const wanted = (Array.isArray(is) ? is : [is]).map(String);
  const value = answers.get(field);
  const given = Array.isArray(value) ? value : [value];
  return given.some((one) => one !== undefined && one !== null && wanted.includes(String(one)));
}
