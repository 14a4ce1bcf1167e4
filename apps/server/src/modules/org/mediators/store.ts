import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

/** Somebody a committee lets mediate. Known by name to everybody in the organisation, as the committee publishes it. */
export interface Mediator {
  id: string;
  siteId: string;
  unitId: string;
  name: string;
  kinds: readonly string[];
  languages: readonly string[];
  certificate: string;
  roomIds: readonly string[];
  from: string;
  /** The first day no longer; null = open. */
  until: string | null;
  active: boolean;
}

/** A room of a committee where sessions are held. */
export interface Room {
  id: string;
  siteId: string;
  unitId: string;
  name: string;
  address: string;
  capacity: number;
  active: boolean;
}

export async function findMediators(db: Db): Promise<Mediator[]> {
  const { rows } =
    await sql<Mediator>`select id, site_id as "siteId", unit_id as "unitId", name, kinds, languages, certificate,
      room_ids as "roomIds", valid_from as "from", valid_to as until, active from mediator order by name, id`.execute(
      db,
    );
  return rows;
}

export async function findRooms(db: Db): Promise<Room[]> {
  const { rows } = await sql<Room>`select id, site_id as "siteId", unit_id as "unitId", name, address, capacity, active
    from room order by name, id`.execute(db);
  return rows;
}

/** Takes cases on a day: on the list and within their term. */
export function mediates(mediator: Mediator, day: string): boolean {
  return mediator.active && mediator.from <= day && (mediator.until === null || day < mediator.until);
}

export async function upsertMediator(db: Db, row: Mediator & { path: string; changedAt: Date }): Promise<void> {
  const values = {
    unit_id: row.unitId,
    name: row.name,
    kinds: [...row.kinds],
    languages: [...row.languages],
    certificate: row.certificate,
    room_ids: [...row.roomIds],
    valid_from: row.from,
    valid_to: row.until,
    active: row.active,
    changed_at: row.changedAt,
  };
  await db
    .insertInto('mediator')
    .values({ id: row.id, site_id: row.siteId, path: row.path, ...values })
    .onConflict((c) => c.column('id').doUpdateSet(values))
    .execute();
}

export async function upsertRoom(db: Db, row: Room & { path: string; changedAt: Date }): Promise<void> {
  const values = {
    unit_id: row.unitId,
    name: row.name,
    address: row.address,
    capacity: row.capacity,
    active: row.active,
    changed_at: row.changedAt,
  };
  await db
    .insertInto('room')
    .values({ id: row.id, site_id: row.siteId, path: row.path, ...values })
    .onConflict((c) => c.column('id').doUpdateSet(values))
    .execute();
}
