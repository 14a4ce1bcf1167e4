import type { findHelpPhones, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, convertPoint } from '@linli/domain';
import { refuse } from '../../platform/errors.ts';
import type { Located, PlaceIndexData } from '../places/index.ts';
import type { Directory } from './directory.ts';
import { siteOf } from './site-of.ts';

type Input = ParsedInputOf<typeof findHelpPhones>;
type Answer = OutputOf<typeof findHelpPhones>;

const kinds = ['committee', 'property-firm'] as const;

/** Whom to call at a place, the nearest first, the desk of the street last. From memory: no transaction is opened. */
export function findPhones(
  deps: { places: PlaceIndexData; directory: Directory; deskPhone: string | null },
  call: { actor: Actor; input: Input },
): Answer {
  const { places, directory } = deps;
  const located = locate(places, call.input);
  const units = located ? directory.unitsAt({ siteId: located.siteId, path: located.path }) : [];
  const phones: Answer['phones'] = kinds.flatMap((kind) =>
    units.filter((unit) => unit.kind === kind).map(({ name, phone }) => ({ kind, name, phone })),
  );
  phones.push({ kind: 'street-desk', name: streetName(places, located, call.actor), phone: deps.deskPhone });
  return { areas: located?.areas.map(({ id, level, name }) => ({ id, level, name })) ?? null, phones };
}

function locate(places: PlaceIndexData, input: Input): Located | null {
  if (input.areaId !== undefined) return places.chainOf(input.areaId) ?? refuse('not-found');
  if (input.lng === undefined || input.lat === undefined) return null;
  const point = convertPoint({ lng: input.lng, lat: input.lat }, input.crs, 'wgs84');
  return places.locate(point.lng, point.lat);
}

/** Of the place, else of the caller's own site, else of the only one there is. */
function streetName(places: PlaceIndexData, located: Located | null, actor: Actor): string {
  if (located) return located.areas[0]?.name ?? '';
  const sites = places.sites();
  const own = actor.scopes.length > 0 ? siteOf(actor) : null;
  return sites.find((site) => site.path === own)?.name ?? (sites.length === 1 ? sites[0]?.name : undefined) ?? '';
}
