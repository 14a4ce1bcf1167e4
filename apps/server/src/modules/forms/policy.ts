import {
  type Actor,
  holdsPermission,
  isAboutPeople,
  isUnitRole,
  mayInArea,
  mayInUnit,
  type Permission,
} from '@linli/domain';
import { refuse } from '../../platform/errors.ts';

type UnitThing = { unitId: string };

/** Departments file for their own unit only. */
export function mustFileFor(actor: Actor, unitId: string): void {
  if (actor.kind !== 'system' && !mayInUnit(actor, 'forms:file', unitId)) refuse('not-allowed');
}

/** The unit an actor files for: the one named, else their only one. */
export function filingUnit(actor: Actor, unitId: string | undefined): string {
  if (unitId !== undefined) {
    mustFileFor(actor, unitId);
    return unitId;
  }
  const units = actor.scopes.filter(
    (s) => isUnitRole(s.role) && s.unitId !== null && mayInUnit(actor, 'forms:file', s.unitId),
  );
  return units[0]?.unitId ?? refuse('not-allowed');
}

/** Is the form of one of the actor's own units? */
export function isOwnForm(actor: Actor, form: UnitThing): boolean {
  return mayInUnit(actor, 'forms:read', form.unitId);
}

/** Reads states and counts of the form: its department, and posts over the place. */
export function mayReadReturn(actor: Actor, form: UnitThing, path: string): boolean {
  return isOwnForm(actor, form) || mayInArea(actor, 'forms:read', path);
}

/** Works on it as the committee. */
export function mustFill(actor: Actor, path: string): void {
  if (mayInArea(actor, 'forms:fill', path)) return;
  refuse(mayInArea(actor, 'forms:read', path) ? 'not-allowed' : 'not-found');
}

/** Paths over which an actor holds a permission by area. */
export function pathsOf(actor: Actor, permission: Permission): string[] {
  return [...new Set(actor.scopes.map((scope) => scope.path).filter((path) => mayInArea(actor, permission, path)))];
}

/** Units an actor reads forms of. */
export function unitsOf(actor: Actor): string[] {
  return [
    ...new Set(
      actor.scopes.flatMap((s) => (s.unitId !== null && mayInUnit(actor, 'forms:read', s.unitId) ? [s.unitId] : [])),
    ),
  ];
}

/**
 * Rows of people are read by those who keep the register of the place. The street and the department see counts; the department's rows
 * come with the pull. Rows of things and areas are read by whoever reads the return.
 */
export function mayReadRows(actor: Actor, definition: Parameters<typeof isAboutPeople>[0], path: string): boolean {
  return isAboutPeople(definition) ? mayInArea(actor, 'registers:read', path) : mayInArea(actor, 'forms:read', path);
}

/** Whose act stands in the history, in words. */
export function wordsOf(actor: Actor, directory: { postName(postId: string): string }): string {
  const postId = actor.scopes.find((scope) => scope.postId !== null && holdsPermission(actor, 'forms:read'))?.postId;
  return postId ? `${directory.postName(postId)} ${actor.name}`.trim() : actor.name;
}
