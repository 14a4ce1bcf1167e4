import type { Sensitivity, SubjectNoun } from '../registers/register-field.ts';
import { findRegisterField } from '../registers/register-fields.ts';
import type { ChosenSubjects, FormColumn, FormDefinition } from './form-definition.ts';
import { nounOf, type RowCondition, readRowCondition } from './row-condition.ts';

/** What a column or condition shows of whom: `code` as the permitted list names it. */
export type Need = { code: string; level: Sensitivity };

/** Rows of these are about people. */
export const nounsOfPeople: ReadonlySet<SubjectNoun> = new Set(['person', 'household', 'home']);

/** The noun of the rows; areas have none. */
export function rowNoun(definition: Pick<FormDefinition, 'rows'>): SubjectNoun | null {
  return definition.rows.by === 'subject' ? definition.rows.noun : null;
}

/** Is a row of this form about people? */
export function isAboutPeople(definition: Pick<FormDefinition, 'rows'>): boolean {
  const noun = rowNoun(definition);
  return noun !== null && nounsOfPeople.has(noun);
}

/** What a column shows of its row; a figure shows nobody. */
export function columnNeeds(column: FormColumn, noun: SubjectNoun | null): Need[] {
  if (noun === null) return [];
  switch (column.bind) {
    case 'field': {
      const field = findRegisterField(nounOf(column.of, noun), column.field);
      return field ? [{ code: `${field.noun}.${field.code}`, level: field.level }] : [];
    }
    case 'computed':
      return computedNeeds(column.computed, noun);
    case 'link':
      return column.link === 'member-count' ? [] : [{ code: 'person.name', level: 3 }];
    case 'tag':
      return tagNeeds(column.tag, noun);
    default:
      return [];
  }
}

/** A tag may say as much as the most sensitive field behind it: the permitted list must name it, as `tag.<code>`. */
function tagNeeds(tag: string, noun: SubjectNoun): Need[] {
  return nounsOfPeople.has(noun) ? [{ code: `tag.${tag}`, level: 4 }] : [];
}

function computedNeeds(computed: string, noun: SubjectNoun): Need[] {
  if (computed === 'name' && noun === 'person') return [{ code: 'person.name', level: 3 }];
  if (computed === 'age') return [{ code: 'person.born', level: 3 }];
  const shown = computed === 'address' || computed === 'building' || (computed === 'name' && nounsOfPeople.has(noun));
  return shown && nounsOfPeople.has(noun) ? [{ code: 'home.address', level: 3 }] : [];
}

/** What being in the list at all says of somebody. */
export function conditionNeeds(condition: RowCondition, noun: SubjectNoun): Need[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap((one) => conditionNeeds(one, noun));
    case 'not':
      return conditionNeeds(condition.of, noun);
    case 'tag':
      return tagNeeds(condition.tag, noun);
    default: {
      const { on } = condition;
      if (on.from === 'kind') return [];
      if (on.from === 'age') return [{ code: 'person.born', level: 3 }];
      const field = findRegisterField(on.noun, on.field);
      return field ? [{ code: `${field.noun}.${field.code}`, level: field.level }] : [];
    }
  }
}

export function chosenNeeds(chosen: Pick<ChosenSubjects, 'noun' | 'when' | 'tags'>): Need[] {
  const tags = (chosen.tags ?? []).flatMap((tag) => tagNeeds(tag, chosen.noun));
  if (chosen.when === undefined) return tags;
  const read = readRowCondition(chosen.when, chosen.noun);
  return read.ok ? [...tags, ...conditionNeeds(read.condition, chosen.noun)] : tags;
}

/** Every personal or sensitive field a form shows, once each. */
export function formNeeds(definition: FormDefinition): Need[] {
  const noun = rowNoun(definition);
  const needs = [
    ...definition.columns.flatMap((column) => columnNeeds(column, noun)),
    ...(definition.rows.by === 'subject' ? chosenNeeds(definition.rows) : []),
  ];
  return [...new Map(needs.map((need) => [need.code, need])).values()].filter((need) => need.level >= 3);
}
