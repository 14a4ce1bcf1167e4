import type { Actor } from '@linli/domain';
import { refuse } from '../../platform/errors.ts';
import type { AreaRecord } from './area-record.ts';
import type { PlaceIndexData } from './load-place-index.ts';

/** The site an actor belongs to by the places they hold; a visitor is shown the first. Null before there is any. */
export function findSiteFor(actor: Actor, places: PlaceIndexData): AreaRecord | null {
  const sites = places.sites();
  const labels = actor.scopes.map((scope) => scope.path.split('.')[0]);
  const own = labels.map((label) => sites.find((site) => site.path === label)).find((site) => site !== undefined);
  const site = own ?? sites[0];
  return site ? places.areaOf(site.id) : null;
}

export function siteFor(actor: Actor, places: PlaceIndexData): AreaRecord {
  return findSiteFor(actor, places) ?? refuse('not-found');
}

/** The site with this code; sites are no secret, what happens in them is. */
export function siteByCode(places: PlaceIndexData, code: string): AreaRecord {
  const records = places.sites().flatMap((site) => places.areaOf(site.id) ?? []);
  return records.find((record) => record.code === code) ?? refuse('not-found');
}

/** An area of one of the actor's sites: what lies elsewhere is not told apart from what does not exist. */
export function areaWithin(actor: Actor, places: PlaceIndexData, areaId: string): AreaRecord {
  const area = places.areaOf(areaId);
  if (!area) return refuse('not-found');
  const top = area.path.split('.')[0];
  const reaches = actor.kind === 'system' || actor.scopes.some((scope) => scope.path.split('.')[0] === top);
  return reaches ? area : refuse('not-found');
}
