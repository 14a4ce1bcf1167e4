import type { ChosenSubjects } from '@linli/domain';

/** All that chooses the subjects of a row or figure as one condition: its kind and tags are part of what the editor shows and changes. */
export function conditionText({ kind, tags = [], when = '' }: Partial<ChosenSubjects>): string {
  return joinCondition(
    kind === undefined ? '' : `kind == ${JSON.stringify(kind)}`,
    ...tags.map((tag) => `${JSON.stringify(tag)} in tags`),
    when.trim(),
  );
}

/** All of them hold; empty ones say nothing. */
export function joinCondition(...conditions: readonly string[]): string {
  return conditions
    .filter((one) => one.trim() !== '')
    .map((one, _, all) => (all.length > 1 && one.includes('||') ? `(${one})` : one))
    .join(' && ');
}

/** The same subjects, chosen by the condition alone; an empty one chooses all. */
export function chosenBy<T extends Partial<ChosenSubjects>>(chosen: T, text: string): Omit<T, 'kind' | 'when'> {
  const { kind: _kind, when: _when, ...others } = chosen;
  return { ...others, tags: [], ...(text.trim() === '' ? {} : { when: text }) };
}
