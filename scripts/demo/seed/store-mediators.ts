import { disputeKinds, mediatorLanguages } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../apps/server/src/platform/db/database.ts';
import { createNames } from '../street/person-names.ts';
import { createRandom, type Random } from '../street/random.ts';
import type { Street, Unit } from '../street/types.ts';

const kinds = Object.keys(disputeKinds);
const rareLanguages = Object.keys(mediatorLanguages).filter((one) => one !== 'mandarin' && one !== 'shanghainese');

/** A room and one or two mediators of each committee, and those of the street's own mediation committee. Names are made up. */
export async function storeMediators(
  db: Db,
  street: Street,
  deps: { units: ReadonlyMap<string, string>; site: { id: string; path: string }; newId: () => string; now: Date },
): Promise<void> {
  const random = createRandom(street.seed + 102);
  const nextName = createNames(random);
  const hosts = street.units.filter((unit) => unit.kind === 'committee' || unit.key === 'unit-justice');
  const common = { site_id: deps.site.id, path: deps.site.path, active: true, changed_at: deps.now };
  const rooms = hosts.map((unit) => ({
    ...common,
    id: deps.newId(),
    unit_id: deps.units.get(unit.key),
    name: unit.kind === 'committee' ? '老娘舅调解室' : '街道调委会调解室',
    address: `${unit.name}一楼`,
    capacity: random.int(6, 16),
  }));
  const mediators = hosts.flatMap((unit, n) =>
    Array.from({ length: unit.kind === 'committee' ? random.int(1, 2) : 4 }, () => ({
      ...common,
      id: deps.newId(),
      unit_id: deps.units.get(unit.key),
      name: nextName(),
      ...drawSkills(random, unit),
      certificate: `沪人调字第${random.int(10_000, 99_999)}号`,
      room_ids: [rooms[n]?.id],
      valid_from: '2025-01-01',
      valid_to: null,
    })),
  );
  await sql`insert into room select r.* from jsonb_populate_recordset(null::room, ${JSON.stringify(rooms)}::jsonb) r`.execute(
    db,
  );
  await sql`insert into mediator select r.* from jsonb_populate_recordset(null::mediator, ${JSON.stringify(mediators)}::jsonb) r`.execute(
    db,
  );
}

/** Committees know neighbours and families; work and consumer disputes go to the street. */
function drawSkills(random: Random, unit: Unit): { kinds: string[]; languages: string[] } {
  const own = unit.kind === 'committee' ? ['neighbour', 'family', 'property'] : ['labour', 'consumer', 'damages'];
  const more = random.shuffle(kinds).slice(0, 2);
  return {
    kinds: kinds.filter((kind) => own.includes(kind) || more.includes(kind)),
    languages: [
      'mandarin',
      ...(random.chance(0.7) ? ['shanghainese'] : []),
      ...(random.chance(0.3) ? [random.pick(rareLanguages)] : []),
    ],
  };
}

/** Who mediates what, as the steps of the cases say: the load of each. */
export async function storeCaseMediators(db: Db): Promise<void> {
  await sql`insert into case_mediator (case_id, mediator_id)
    select distinct on (case_id) case_id, (data -> 'form' ->> 'mediator')::uuid from case_action
    where kind = 'advance' and data -> 'form' ->> 'mediator' is not null order by case_id, seq desc`.execute(db);
}
