import type { OutputOf, ParsedInputOf, searchAddresses } from '@linli/contract';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { type AreaRecord, versionOn } from './area-record.ts';
import type { PlaceIndexData } from './load-place-index.ts';

type Hit = OutputOf<typeof searchAddresses>['hits'][number];

const mostWords = 6;

/** Areas and buildings of a site in whose name or address all the words occur; the closest match first. */
export async function findAddresses(
  db: Db,
  places: PlaceIndexData,
  call: { site: AreaRecord; input: ParsedInputOf<typeof searchAddresses>; today: string },
): Promise<Hit[]> {
  const { site, input, today } = call;
  const words = input.text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean).slice(0, mostWords);
  if (words.length === 0) return [];
  const areas = areaHits(places, site, words, today).slice(0, Math.ceil(input.limit / 2));
  const matches = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    return sql<boolean>`(building.address ilike ${pattern} or building.name ilike ${pattern})`;
  });
  const { rows } =
    await sql<Hit>`select 'building' as kind, building.id, building.name, building.address, building.lng, building.lat
    from building where building.site_id = ${site.id} and ${sql.join(matches, sql` and `)}
    order by length(building.address), building.address, building.id limit ${input.limit - areas.length}`.execute(db);
  return [...areas, ...rows];
}

function areaHits(places: PlaceIndexData, site: AreaRecord, words: readonly string[], today: string): Hit[] {
  const hits = places.areasOn(site.id, today).flatMap((area): Hit[] => {
    const { name, centre } = versionOn(area, today);
    const plain = name.normalize('NFKC').toLowerCase();
    if (!centre || !words.every((word) => plain.includes(word))) return [];
    const chain = places.chainOf(area.id)?.areas ?? [];
    const address = chain.map((above) => above.name).join(' ');
    return [{ kind: 'area', id: area.id, name, address, lng: centre[0], lat: centre[1] }];
  });
  return hits.sort((a, b) => a.name.length - b.name.length);
}
