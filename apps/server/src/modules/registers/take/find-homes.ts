import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/ids.ts';
import { insertHomes } from '../../places/index.ts';
import { insertSubjects } from '../store/subjects.ts';
import type { Incoming, TakeCall } from './incoming.ts';

/** Dwellings by building and room. `registered`: the registers have an entry of it. */
export type Homes = Map<string, { id: string; registered: boolean }>;

export function homeKey(row: Incoming): string | null {
  return row.place.buildingId === null || row.room === null ? null : `${row.place.buildingId} ${row.room}`;
}

/** The home a row means: by its own number, else by building and room; null where the list says none or it is new. */
export function homeIdOf(row: Incoming, homes: Homes): string | null {
  return row.homeId ?? homes.get(homeKey(row) ?? '')?.id ?? null;
}

/** One query for all rooms of a batch. */
export async function findHomes(db: Db, rows: readonly Incoming[]): Promise<Homes> {
  const wanted = new Map(
    rows.flatMap((row) =>
      homeKey(row) === null ? [] : [[homeKey(row), { building: row.place.buildingId, room: row.room }]],
    ),
  );
  if (wanted.size === 0) return new Map();
  const { rows: found } = await sql<{ id: string; key: string; registered: boolean }>`select home.id,
      home.building_id || ' ' || home.room as key, subject.id is not null as registered
    from jsonb_to_recordset(${JSON.stringify([...wanted.values()])}::jsonb) as w(building uuid, room text)
    join home on home.building_id = w.building and home.room = w.room
    left join subject on subject.id = home.id`.execute(db);
  return new Map(found.map(({ key, id, registered }) => [key, { id, registered }]));
}

/** Enters the rooms a list names and nobody has entered yet. Answers the ids of new entries. As the system. */
export async function makeHomes(db: Db, call: TakeCall, rows: readonly Incoming[], homes: Homes): Promise<string[]> {
  const fresh = new Map<string, { id: string; row: Incoming; isRoom: boolean }>();
  for (const row of rows) {
    const key = homeKey(row);
    if (key === null || row.homeId !== null || fresh.has(key) || homes.get(key)?.registered) continue;
    fresh.set(key, { id: homes.get(key)?.id ?? newId(), row, isRoom: !homes.has(key) });
  }
  const made = [...fresh.entries()];
  if (made.length === 0) return [];
  const rooms = made.filter(([, home]) => home.isRoom);
  if (rooms.length > 0)
    await insertHomes(
      db,
      rooms.map(([, { id, row }]) => ({
        id,
        buildingId: row.place.buildingId ?? '',
        room: row.room ?? '',
        areaCm2: areaCm2Of(row),
      })),
    );
  await insertSubjects(
    db,
    made.map(([, { id, row }]) => ({
      ...placeOf(row),
      id,
      homeId: null,
      householdId: null,
      siteId: call.siteId,
      noun: 'home',
      kind: 'dwelling',
      name: homeName(row),
      since: null,
      createdAt: call.now,
    })),
  );
  for (const [key, { id }] of made) homes.set(key, { id, registered: true });
  return made.map(([, { id }]) => id);
}

export function placeOf({ place }: Incoming) {
  const { address: _, ...where } = place;
  return where;
}

export function homeName(row: Incoming): string {
  return `${row.place.address}${row.room ?? ''}${/[\dA-Z甲乙丙丁]$/u.test(row.room ?? '') ? '室' : ''}`;
}

function areaCm2Of(row: Incoming): number {
  const said = row.noun === 'home' ? row.facts.find((fact) => fact.field === 'areaM2')?.value : undefined;
  return typeof said === 'number' ? Math.round(said * 10_000) : 0;
}
