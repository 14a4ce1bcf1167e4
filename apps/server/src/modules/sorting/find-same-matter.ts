import type { findSameMatter as contract, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, findSameMatter, type LocalText, type MatterFacts, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import type { PlaceIndex } from '../places/index.ts';
import type { RouteDeps } from './deps.ts';

type Found = OutputOf<typeof contract>['cases'][number];

/** How near and how recent a case must be to be compared at all; a case without a point is compared within its area. */
const farthestDegrees = 0.008;
const recentDays = 45;
const mostCompared = 400;
const mostShown = 6;

interface Row {
  id: string;
  number: string;
  type_code: string;
  title: string;
  words: string;
  address: string;
  state: Found['state'];
  is_open: boolean;
  visibility: string;
  path: string;
  area_id: string;
  area3_id: string | null;
  site_id: string;
  lng: number | null;
  lat: number | null;
  reported_at: Date;
}

const columns = sql.raw(
  'cases.id, cases.number, cases.type_code, cases.title, cases.words, cases.address, cases.state, cases.is_open, cases.visibility, ' +
    'cases.path::text as path, coalesce(cases.area4_id, cases.area3_id, cases.area2_id, cases.site_id) as area_id, cases.area3_id, ' +
    'cases.site_id, cases.lng, cases.lat, cases.reported_at',
);

/** What may be the same matter, of the cases this desk may see: sealed matters are compared with nothing. */
export async function findSame(
  db: Db,
  deps: RouteDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof contract>; now: Date },
): Promise<OutputOf<typeof contract>> {
  const { actor, input } = call;
  const { rows } = await sql<Row>`select ${columns} from cases where cases.id = ${input.caseId}`.execute(db);
  const one = rows[0];
  if (!one || !mayInArea(actor, 'cases:desk', one.path)) return refuse('not-found');
  if (one.visibility === 'sealed') return { cases: [] };
  const others = (await findNear(db, one)).filter((row) => mayInArea(actor, 'cases:desk', row.path));
  const byId = new Map(others.map((row) => [row.id, row]));
  const found = findSameMatter(factsOf(one), others.map(factsOf)).slice(0, mostShown);
  const { types } = deps.catalogue.get();
  return {
    cases: found.flatMap(({ id, score, reasons }) => {
      const row = byId.get(id);
      if (!row) return [];
      const typeName: LocalText = types.get(row.type_code)?.definition.name ?? { zh: row.type_code };
      return [{ ...shown(row, typeName, deps.places.get()), score, reasons }];
    }),
  };
}

async function findNear(db: Db, one: Row): Promise<Row[]> {
  const from = new Date(one.reported_at.getTime() - recentDays * 86_400_000);
  const until = new Date(one.reported_at.getTime() + recentDays * 86_400_000);
  const inArea = one.area3_id ? sql`cases.area3_id = ${one.area3_id}` : sql`cases.site_id = ${one.site_id}`;
  const near =
    one.lng === null || one.lat === null
      ? inArea
      : sql`(cases.site_id = ${one.site_id} and (cases.lng is null or (cases.lng between ${one.lng - farthestDegrees} and ${one.lng + farthestDegrees}
          and cases.lat between ${one.lat - farthestDegrees} and ${one.lat + farthestDegrees})))`;
  const { rows } = await sql<Row>`select ${columns} from cases
    where ${near} and cases.reported_at between ${from} and ${until} and cases.id <> ${one.id}
      and cases.visibility <> 'sealed' and cases.state not in ('merged', 'void', 'declined')
    order by cases.is_open desc, cases.reported_at desc, cases.id limit ${mostCompared}`.execute(db);
  return rows;
}

function factsOf(row: Row): MatterFacts {
  const { id, words, address, type_code, reported_at, lng, lat } = row;
  return { id, words: `${words} ${address}`, kind: type_code, at: reported_at, lng, lat };
}

function shown(row: Row, typeName: LocalText, places: PlaceIndex): Omit<Found, 'score' | 'reasons'> {
  return {
    caseId: row.id,
    number: row.number,
    typeName,
    title: row.title,
    state: row.state,
    open: row.is_open,
    reportedAt: row.reported_at.toISOString(),
    areaName: places.chainOf(row.area_id)?.areas.at(-1)?.name ?? '',
  };
}
