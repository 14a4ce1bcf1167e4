import type { Actor } from '@linli/domain';
import { refuse } from '../../platform/errors.ts';

/** The path of the site an actor belongs to: the top label of any of their places. */
export function siteOf(actor: Actor): string {
  const path = actor.scopes[0]?.path;
  if (path === undefined) return refuse('not-allowed');
  return path.split('.')[0] ?? path;
}

/** The paths of every site an actor holds something in. */
export function sitesOf(actor: Actor): string[] {
  return [...new Set(actor.scopes.map((scope) => scope.path.split('.')[0] ?? scope.path))];
}
