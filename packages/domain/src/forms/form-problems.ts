import type { SubjectNoun } from '../registers/register-field.ts';
import { findRegisterField } from '../registers/register-fields.ts';
import { formNeeds, isAboutPeople, rowNoun } from './column-needs.ts';
import type { ChosenSubjects, FormColumn, FormDefinition, LegalItem, PackForms } from './form-definition.ts';
import { nounOf, readRowCondition } from './row-condition.ts';

export const formProblemCodes = [
  'column-key-twice',
  'field-unknown',
  'figure-out-of-place',
  'row-column-out-of-place',
  'condition-invalid',
  'sum-not-a-number',
  'asked-of-people',
  'item-unknown',
  'item-not-of-unit',
  'field-not-in-item',
] as const;
export type FormDefinitionProblem = { path: string; code: (typeof formProblemCodes)[number]; detail?: string };

/** Everything that stands against publishing a form; none when it is sound. `item` is its permitted item, null when there is none. */
export function findFormProblems(
  definition: FormDefinition,
  item: LegalItem | null,
  unitKey: string | null,
): FormDefinitionProblem[] {
  return [...shapeProblems(definition), ...itemProblems(definition, item, unitKey)];
}

function shapeProblems(definition: FormDefinition): FormDefinitionProblem[] {
  const problems: FormDefinitionProblem[] = [];
  const seen = new Set<string>();
  const { rows } = definition;
  if (rows.by === 'subject') problems.push(...chosenProblems(rows, 'rows'));
  for (const [at, column] of definition.columns.entries()) {
    const path = `columns.${at}`;
    if (seen.has(column.key)) problems.push({ path, code: 'column-key-twice', detail: column.key });
    seen.add(column.key);
    problems.push(...columnProblems(definition, column, path));
  }
  return problems;
}

const ofAreas = new Set(['serial', 'micro-grid', 'committee']);

function columnProblems(definition: FormDefinition, column: FormColumn, path: string): FormDefinitionProblem[] {
  const noun = rowNoun(definition);
  switch (column.bind) {
    case 'figure':
      if (noun !== null) return [{ path, code: 'figure-out-of-place' }];
      return [...chosenProblems(column, path), ...sumProblems(column.noun, column.sum, path)];
    case 'asked':
      return isAboutPeople(definition) ? [{ path, code: 'asked-of-people' }] : [];
    case 'computed':
      return noun === null && !ofAreas.has(column.computed)
        ? [{ path, code: 'row-column-out-of-place' }]
        : ageProblems(column, noun, path);
    case 'field': {
      if (noun === null) return [{ path, code: 'row-column-out-of-place' }];
      const known = findRegisterField(nounOf(column.of, noun), column.field);
      return known ? [] : [{ path, code: 'field-unknown', detail: `${nounOf(column.of, noun)}.${column.field}` }];
    }
    default:
      return noun === null ? [{ path, code: 'row-column-out-of-place' }] : [];
  }
}

function ageProblems(
  column: Extract<FormColumn, { bind: 'computed' }>,
  noun: SubjectNoun | null,
  path: string,
): FormDefinitionProblem[] {
  return column.computed === 'age' && noun !== 'person' ? [{ path, code: 'row-column-out-of-place' }] : [];
}

function sumProblems(noun: SubjectNoun, sum: string | undefined, path: string): FormDefinitionProblem[] {
  if (sum === undefined || findRegisterField(noun, sum)?.kind === 'number') return [];
  return [{ path, code: 'sum-not-a-number', detail: sum }];
}

function chosenProblems(chosen: Pick<ChosenSubjects, 'noun' | 'when'>, path: string): FormDefinitionProblem[] {
  if (chosen.when === undefined) return [];
  const read = readRowCondition(chosen.when, chosen.noun);
  return read.ok ? [] : [{ path: `${path}.when`, code: 'condition-invalid', detail: read.error }];
}

function itemProblems(
  definition: FormDefinition,
  item: LegalItem | null,
  unitKey: string | null,
): FormDefinitionProblem[] {
  if (!item) return [{ path: 'item', code: 'item-unknown', detail: definition.item }];
  const problems: FormDefinitionProblem[] = [];
  if (unitKey !== null && item.units.length > 0 && !item.units.includes(unitKey))
    problems.push({ path: 'item', code: 'item-not-of-unit' });
  const allowed = new Set(item.fields);
  for (const need of formNeeds(definition))
    if (!allowed.has(need.code)) problems.push({ path: 'item', code: 'field-not-in-item', detail: need.code });
  return problems;
}

/** Problems of a pack's section, each at its own ledger. */
export function findPackFormProblems(forms: PackForms): FormDefinitionProblem[] {
  const items = new Map(forms.items.map((item) => [item.code, item]));
  return forms.ledgers.flatMap(({ form, unit }, at) =>
    findFormProblems(form, items.get(form.item) ?? null, unit ?? null).map((problem) => ({
      ...problem,
      path: `ledgers.${at}.form.${problem.path}`,
    })),
  );
}
