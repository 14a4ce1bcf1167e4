import { sql } from 'kysely';
import type { Crypto } from '../../../platform/crypto/index.ts';
import type { Db } from '../../../platform/db/database.ts';
import { findNearPeople } from '../same/find-same.ts';
import { findBySecret } from '../store/secrets.ts';
import { type Homes, homeIdOf, homeKey } from './find-homes.ts';
import type { Incoming, TakeCall } from './incoming.ts';
import { findNumbered, numberKey } from './numbered-households.ts';

/** Who of a list is in the register already: row → subject; `several` fit, or it is `unclear` who is meant. */
export type KnownRows = ReadonlyMap<number, { id: string } | 'several' | 'unclear'>;

type Finder = (
  db: Db,
  call: TakeCall,
  rows: readonly Incoming[],
  more: { crypto: Crypto; homes: Homes },
) => Promise<KnownRows>;

/** How each noun is recognised. As the system. */
export const findKnown: Readonly<Record<Incoming['noun'], Finder>> = {
  person: findPeople,
  home: (_db, _call, rows, { homes }) =>
    Promise.resolve(
      new Map(
        rows.flatMap((row) => {
          const home = homes.get(homeKey(row) ?? '');
          return home?.registered ? [[row.n, { id: home.id }]] : [];
        }),
      ),
    ),
  household: findHouseholds,
  entity: (db, call, rows) => findThings(db, call, rows, 'creditCode'),
  asset: (db, call, rows) => findThings(db, call, rows, 'code'),
};

export function numberOf(row: Incoming): string | null {
  return row.secrets.find((secret) => secret.field === 'idNumber')?.lookupValue ?? null;
}

/** By identity number; without one by name, birth and dwelling together. */
async function findPeople(
  db: Db,
  call: TakeCall,
  rows: readonly Incoming[],
  { crypto, homes }: { crypto: Crypto; homes: Homes },
): Promise<KnownRows> {
  const known = new Map<number, { id: string } | 'several' | 'unclear'>();
  const values = [...new Set(rows.flatMap((row) => numberOf(row) ?? []))];
  const byNumber = await findBySecret(db, crypto, { siteId: call.siteId, field: 'idNumber', values });
  const numberless: Incoming[] = [];
  for (const row of rows) {
    const number = numberOf(row);
    if (number === null) numberless.push(row);
    const ids = byNumber.get(number ?? '') ?? [];
    if (ids.length > 1) known.set(row.n, 'several');
    else if (ids[0] !== undefined) known.set(row.n, { id: ids[0] });
  }
  const near = await findNearPeople(
    db,
    numberless.map((row) => ({
      at: row.n,
      id: null,
      siteId: call.siteId,
      name: row.name,
      born: bornOf(row),
      homeId: homeIdOf(row, homes),
      buildingId: row.place.buildingId,
      area3Id: row.place.area3Id,
    })),
  );
  for (const row of numberless) {
    const born = bornOf(row);
    const lives = row.homeId ?? homeKey(row);
    if (lives === null) {
      known.set(row.n, 'unclear');
      continue;
    }
    const fits = near.filter(
      ({ at, agreed }) => at === row.n && agreed.includes('home') && (born === null || agreed.includes('born')),
    );
    if (fits.length > 1) known.set(row.n, 'several');
    else if (fits[0]) known.set(row.n, { id: fits[0].subjectId });
  }
  return known;
}

export function bornOf(row: Incoming): string | null {
  const born = row.facts.find((fact) => fact.field === 'born')?.value;
  return typeof born === 'string' ? born : null;
}

async function findHouseholds(
  db: Db,
  call: TakeCall,
  rows: readonly Incoming[],
  { crypto, homes }: { crypto: Crypto; homes: Homes },
): Promise<KnownRows> {
  const byNumber = await findByNumber(db, call, rows, { crypto, homes });
  const wanted = rows
    .flatMap((row) => ({ n: row.n, home: homeIdOf(row, homes), name: row.name }))
    .filter(({ n, home }) => home !== null && !byNumber.has(n));
  const { rows: found } = await sql<{ n: number; id: string }>`select w.n, s.id
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(n integer, home uuid, name text)
    join subject s on s.home_id = w.home and s.noun = 'household' and s.name = w.name and s.state = 'active' order by w.n, s.id`.execute(
    db,
  );
  return new Map([...byNumber, ...oneEach(found)]);
}

/** The household that lives in the home under the number of the list, whatever its name is. */
async function findByNumber(
  db: Db,
  call: TakeCall,
  rows: readonly Incoming[],
  { crypto, homes }: { crypto: Crypto; homes: Homes },
): Promise<KnownRows> {
  const wanted = rows.flatMap((row) => {
    const [homeId, { number }] = [homeIdOf(row, homes), row.household];
    return homeId === null || number === null ? [] : [{ n: row.n, homeId, number }];
  });
  const numbered = await findNumbered(db, crypto, call.siteId, wanted);
  const idOf = new Map(wanted.map(({ n, homeId, number }) => [n, numbered.get(numberKey(homeId, number)) ?? '']));
  const { rows: found } = await sql<{
    id: string;
  }>`select id from subject where id = any(${[...idOf.values()]}::uuid[])`.execute(db);
  const there = new Set(found.map(({ id }) => id));
  return new Map([...idOf].flatMap(([n, id]) => (there.has(id) ? [[n, { id }]] : [])));
}

/** By the code of the register where the row has one, else by name where it stands. */
async function findThings(
  db: Db,
  call: TakeCall,
  rows: readonly Incoming[],
  codeField: 'creditCode' | 'code',
): Promise<KnownRows> {
  const wanted = rows.map((row) => ({
    n: row.n,
    noun: row.noun,
    name: row.name,
    building: row.place.buildingId,
    area: row.place.area4Id ?? row.place.area3Id,
    code: row.facts.find((fact) => fact.field === codeField)?.value ?? null,
  }));
  const { rows: byCode } = await sql<{ n: number; id: string }>`select w.n, s.id
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(n integer, noun text, code text)
    join subject s on s.site_id = ${call.siteId} and s.noun = w.noun and s.state <> 'merged' and s.fields ->> ${sql.lit(codeField)} = w.code
    order by w.n, s.id`.execute(db);
  const known = oneEach(byCode);
  const left = wanted.filter(({ n }) => !known.has(n));
  const { rows: byName } = await sql<{ n: number; id: string }>`select w.n, s.id
    from jsonb_to_recordset(${JSON.stringify(left)}::jsonb) as w(n integer, noun text, name text, building uuid, area uuid, code text)
    join subject s on s.site_id = ${call.siteId} and s.noun = w.noun and s.name = w.name and s.state = 'active'
      and (s.building_id = w.building or (w.building is null and coalesce(s.area4_id, s.area3_id) = w.area))
      and (w.code is null or s.fields ->> ${sql.lit(codeField)} is null)
    order by w.n, s.id`.execute(db);
  return new Map([...known, ...oneEach(byName)]);
}

function oneEach(found: readonly { n: number; id: string }[]): KnownRows {
  const known = new Map<number, { id: string } | 'several'>();
  for (const { n, id } of found) known.set(n, known.has(n) ? 'several' : { id });
  return known;
}
