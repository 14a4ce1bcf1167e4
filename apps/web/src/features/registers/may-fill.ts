import {
  fieldsOfNoun,
  type Permission,
  type RegisterField,
  type RetentionGroup,
  type SubjectNoun,
} from '@linli/domain';

/** The order in which groups of fields stand on pages and forms. */
const groupOrder = [
  'identity',
  'contact',
  'living',
  'care',
  'property',
  'business',
] as const satisfies readonly RetentionGroup[];

export function isRetentionGroup(group: string): group is RetentionGroup {
  // Widened to ask: `includes` takes only what is in the list.
  return (groupOrder as readonly string[]).includes(group);
}

export interface FieldGroup {
  readonly group: RetentionGroup;
  readonly fields: readonly RegisterField[];
}

/** What a form offers of a noun, by group. Only for drawing: the server asks again, by place. */
export function fieldGroupsFor(noun: SubjectNoun, permissions: readonly Permission[]): readonly FieldGroup[] {
  const open = fieldsOfNoun(noun).filter((field) => mayFill(field, permissions));
  return groupOrder.flatMap((group) => {
    const fields = open.filter((field) => field.retention === group);
    return fields.length === 0 ? [] : [{ group, fields }];
  });
}

function mayFill(field: RegisterField, permissions: readonly Permission[]): boolean {
  if (field.level === 4 && !permissions.includes('registers:care')) return false;
  if (field.kind === 'secret' && !permissions.includes('registers:reveal')) return false;
  return true;
}
