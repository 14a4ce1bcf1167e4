import type { FieldOwner } from './register-field.ts';

/** The units of a street that do each body's work there, by their keys: who answers for what the body has entered. */
const unitsOfOwner: Readonly<Record<FieldOwner, readonly string[]>> = {
  committee: [],
  'public-security': ['unit-police'],
  'civil-affairs': ['unit-services'],
  'disabled-federation': ['unit-services'],
  health: ['unit-services'],
  housing: ['unit-housing'],
  veterans: ['unit-services'],
  'human-resources': ['unit-services'],
  'market-regulation': ['unit-market'],
  fire: ['unit-fire'],
  'city-management': ['unit-urban-management'],
  party: ['unit-party'],
};

/** Whether a unit answers for what `owner` has entered. Text from a database that is no owner has nobody. */
export function answersForOwner(unitKey: string, owner: string): boolean {
  return Object.hasOwn(unitsOfOwner, owner) && unitsOfOwner[owner as FieldOwner].includes(unitKey); // just looked up
}
