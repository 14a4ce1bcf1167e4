import {
  type Actor,
  expressionLevel,
  isWithin,
  leavesOf,
  mayInArea,
  type Permission,
  type Sensitivity,
  type SubjectNoun,
  type TagExpression,
} from '@linli/domain';
import { refuse } from '../../../platform/errors.ts';
import { siteOf } from '../../org/index.ts';
import type { PlaceIndexData } from '../../places/index.ts';
import type { Tag, TagCatalogue } from './tag-catalogue.ts';

export interface TagSite {
  id: string;
  path: string;
}

/** The site an actor holds something in. */
export function siteFor(actor: Actor, places: PlaceIndexData): TagSite {
  const path = siteOf(actor);
  const site = places.sites().find((each) => each.path === path);
  return site ? { id: site.id, path } : refuse('not-found');
}

/** Paths over which the actor carries all of the permissions, none inside another. */
export function pathsWith(actor: Actor, needed: readonly Permission[]): string[] {
  const paths = [...new Set(actor.scopes.map(({ path }) => path))];
  const held = paths.filter((path) => needed.every((permission) => mayInArea(actor, permission, path)));
  return held.filter((path) => !held.some((other) => other !== path && isWithin(path, other)));
}

/** What the reader needs over a place to see the people themselves. */
export function needsToSee(level: Sensitivity): Permission[] {
  return level === 4 ? ['registers:read', 'registers:care'] : ['registers:read'];
}

/** Tags of the site, and of areas above, around or below where the reader works; not those a sibling made for itself. */
export function seesTag(actor: Actor, tag: Tag, site: TagSite): boolean {
  if (tag.siteId !== site.id) return false;
  return actor.scopes.some(({ path }) => isWithin(path, tag.path) || isWithin(tag.path, path));
}

export function mayEditTag(actor: Actor, tag: Pick<Tag, 'path'>): boolean {
  return mayInArea(actor, 'tags:edit', tag.path);
}

/** How sensitive a question is. One that names a tag the reader does not know of is refused. */
export function levelOfQuestion(
  call: { actor: Actor; site: TagSite; catalogue: TagCatalogue },
  expression: TagExpression,
): Sensitivity {
  for (const leaf of leavesOf(expression)) {
    const tag = 'tag' in leaf ? call.catalogue.byId.get(leaf.tag) : null;
    if (tag === undefined || (tag && !seesTag(call.actor, tag, call.site))) refuse('not-found');
  }
  return expressionLevel(expression, (id) => call.catalogue.byId.get(id)?.sensitivity ?? 4);
}

/** Numbers about people are hidden when small; those about shops and things in public space are not, unless fields of people are asked. */
export function hidesSmall(noun: SubjectNoun, level: Sensitivity): boolean {
  return level >= 3 || noun === 'person' || noun === 'household' || noun === 'home';
}
