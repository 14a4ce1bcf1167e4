import type { checkAreas, OutputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { versionOn } from './area-record.ts';
import { checkChildren, describeProblems } from './cover.ts';
import { shapesOn } from './edit-call.ts';
import type { PlaceIndexData } from './load-place-index.ts';
import { areaWithin } from './site-for.ts';

/** Everything wrong among the children of an area today. */
export function findAreaProblems(
  places: PlaceIndexData,
  call: { actor: Actor; parentId: string; today: string },
): OutputOf<typeof checkAreas> {
  const parent = areaWithin(call.actor, places, call.parentId);
  const areas = places.areasOn(parent.siteId, call.today).filter((area) => area.parentId === parent.id);
  const children = shapesOn(areas, call.today);
  const found = checkChildren(versionOn(parent, call.today).geometry, children);
  return { children: areas.length, problems: describeProblems(found, children) };
}
