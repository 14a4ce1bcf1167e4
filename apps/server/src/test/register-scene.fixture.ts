import { addSubject, moveIn } from '@linli/contract';
import { withCheckDigit } from '@linli/domain';
import { sql } from 'kysely';
import { newId } from '../platform/ids.ts';
import type { AreaKey } from './small-street.ts';
import type { Caller, TestApp } from './test-app.ts';

/** A right identity number nobody has: Huangpu, the day given, a running number. */
export function inventNumber(born: string, serial: number): string {
  return withCheckDigit(`310101${born.replaceAll('-', '')}${String(serial).padStart(3, '0')}`);
}

/** A building with one home of the registers, by whoever keeps the place. */
export async function buildHome(
  test: TestApp,
  keeper: Caller,
  area: AreaKey,
  room = '101',
): Promise<{ buildingId: string; homeId: string }> {
  const buildingId = newId();
  const { id, path, point } = test.street.area[area];
  await test.app.database.asSystem((db) =>
    sql`insert into building (id, site_id, area_id, path, name, address, kind, floors, lng, lat)
      values (${buildingId}, ${test.street.siteId}, ${id}, ${path}::ltree, '1号楼', '崂山路1弄2号', 'residential', 6, ${point.lng}, ${point.lat})`.execute(
      db,
    ),
  );
  return { buildingId, homeId: await addHome(keeper, buildingId, room) };
}

export async function addHome(keeper: Caller, buildingId: string, room: string): Promise<string> {
  const { subjectId } = await keeper.call(addSubject, {
    noun: 'home',
    kind: 'dwelling',
    name: `崂山路1弄2号${room}室`,
    place: { buildingId },
    room,
    areaM2: 52,
    since: '2026-01-01',
  });
  return subjectId;
}

/** Somebody who moves in, with number and telephone. Answers person and household. */
export async function settle(
  keeper: Caller,
  homeId: string,
  person: {
    name: string;
    born: string;
    serial: number;
    phone?: string;
    householdId?: string;
    relation?: string;
    on?: string;
  },
): Promise<{ personId: string; householdId: string }> {
  const made = await keeper.call(moveIn, {
    homeId,
    name: person.name,
    ...(person.householdId === undefined ? {} : { householdId: person.householdId }),
    ...(person.relation === undefined ? {} : { relation: person.relation }),
    fields: [
      { code: 'idNumber', value: inventNumber(person.born, person.serial) },
      ...(person.phone === undefined ? [] : [{ code: 'phone', value: person.phone }]),
    ],
    on: person.on ?? '2026-01-05',
  });
  return { personId: made.subjectId, householdId: made.householdId ?? '' };
}
