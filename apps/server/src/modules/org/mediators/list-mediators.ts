import type { listMediators, listRooms, OutputOf, ParsedInputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import type { Directory } from '../directory.ts';
import { sitesOf } from '../site-of.ts';
import { mediates } from './store.ts';

/** Mediators of the actor's sites with their committee, rooms and how many open cases each has. */
export async function findMediatorList(
  db: Db,
  directory: Directory,
  call: { actor: Actor; input: ParsedInputOf<typeof listMediators>; day: string },
): Promise<OutputOf<typeof listMediators>['mediators']> {
  const { input, day } = call;
  const sites = new Set(sitesOf(call.actor));
  const listed = [...directory.mediators.values()].filter((one) => {
    const unit = directory.units.get(one.unitId);
    if (!unit || !sites.has(unit.sitePath)) return false;
    if (input.unitId !== undefined && one.unitId !== input.unitId) return false;
    return !input.activeOnly || mediates(one, day);
  });
  const loads = await findLoads(
    db,
    listed.map((one) => one.id),
  );
  return listed.map((one) => ({
    id: one.id,
    name: one.name,
    unitId: one.unitId,
    unitName: directory.units.get(one.unitId)?.name ?? '',
    kinds: [...one.kinds],
    languages: [...one.languages],
    certificate: one.certificate,
    rooms: one.roomIds.flatMap((id) => {
      const room = directory.rooms.get(id);
      return room ? [{ id, name: room.name }] : [];
    }),
    from: one.from,
    until: one.until,
    active: one.active,
    openCases: loads.get(one.id) ?? 0,
  }));
}

/** Open cases by mediator. Read as the product: how many, not which. */
export async function findLoads(db: Db, mediatorIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (mediatorIds.length === 0) return new Map();
  const { rows } = await elevated(db, () =>
    sql<{ id: string; n: number }>`select case_mediator.mediator_id as id, count(*)::int as n
      from case_mediator join cases on cases.id = case_mediator.case_id
      where case_mediator.mediator_id = any(${mediatorIds}::uuid[]) and cases.is_open
      group by case_mediator.mediator_id`.execute(db),
  );
  return new Map(rows.map((row) => [row.id, row.n]));
}

/** Rooms of the actor's sites, from memory. */
export function findRoomList(
  directory: Directory,
  call: { actor: Actor; input: ParsedInputOf<typeof listRooms> },
): OutputOf<typeof listRooms>['rooms'] {
  const sites = new Set(sitesOf(call.actor));
  return [...directory.rooms.values()].flatMap((room) => {
    const unit = directory.units.get(room.unitId);
    if (!unit || !sites.has(unit.sitePath) || (call.input.activeOnly && !room.active)) return [];
    const { id, name, address, capacity, active, unitId } = room;
    return [{ id, name, address, capacity, active, unitId, unitName: unit.name }];
  });
}
